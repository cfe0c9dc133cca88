package io.vimax.simulator.scenario;

import org.jspecify.annotations.Nullable;

/** A scenario that strikes now. */
public record Strike(Scenario scenario, @Nullable String argument) {

    public String argumentOr(String usual) {
        return argument == null ? usual : argument;
    }

    /**
     * The argument as a number.
     *
     * @throws NumberFormatException never: arming has checked it
     */
    public int numberOr(int usual) {
        return argument == null ? usual : Integer.parseInt(argument);
    }
}
