package io.vimax.simulator.scenario;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A scenario with its trigger. What is null matches everything.
 *
 * @param times how often it strikes; 0 until it is disarmed
 * @param on the operation; null is CREATE for calls, and no matter for the others
 * @param key name of the key
 * @param argument see the scenario; null takes its usual one
 */
public record Armed(
        Scenario scenario,
        int times,
        @Nullable Operation on,
        @Nullable String provider,
        @Nullable String model,
        @Nullable String account,
        @Nullable String key,
        @Nullable String argument) {

    public Armed {
        if (times < 0) {
            throw new IllegalArgumentException("A scenario cannot strike " + times + " times");
        }
    }

    /** Strikes at the next chance, once. */
    public static Armed once(Scenario scenario) {
        return new Armed(scenario, 1, null, null, null, null, null, null);
    }

    /** Strikes at every chance. */
    public static Armed always(Scenario scenario) {
        return once(scenario).times(0);
    }

    /**
     * The same for that many strikes.
     *
     * @param strikes 0 is without end
     */
    public Armed times(int strikes) {
        return new Armed(scenario, strikes, on, provider, model, account, key, argument);
    }

    public Armed on(Operation operation) {
        return new Armed(scenario, times, operation, provider, model, account, key, argument);
    }

    public Armed provider(String name) {
        return new Armed(scenario, times, on, name, model, account, key, argument);
    }

    public Armed model(String name) {
        return new Armed(scenario, times, on, provider, name, account, key, argument);
    }

    public Armed account(String name) {
        return new Armed(scenario, times, on, provider, model, name, key, argument);
    }

    public Armed key(String name) {
        return new Armed(scenario, times, on, provider, model, account, name, argument);
    }

    public Armed with(String value) {
        return new Armed(scenario, times, on, provider, model, account, key, value);
    }

    boolean fits(Moment moment, Occasion occasion) {
        return scenario.moment() == moment
                && fitsOperation(moment, occasion.operation())
                && matches(provider, occasion.provider())
                && matches(model, occasion.model())
                && matches(account, occasion.account())
                && matches(key, occasion.key());
    }

    private boolean fitsOperation(Moment moment, Operation operation) {
        return switch (moment) {
            case CALL -> operation == Objects.requireNonNullElse(on, Operation.CREATE);
            case JOB, DOWNLOAD -> true;
        };
    }

    private static boolean matches(@Nullable String wanted, String actual) {
        return wanted == null || wanted.equals(actual);
    }
}
