package io.vimax.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.vimax.simulator.scenario.Armed;
import io.vimax.simulator.scenario.Moment;
import io.vimax.simulator.scenario.Scenario;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Which scenarios a test class has armed, so that one without a test is found. */
final class CoveredScenarios {

    private final Set<Scenario> covered = Collections.synchronizedSet(EnumSet.noneOf(Scenario.class));

    void arm(SimulatorFixture fixture, Armed armed) {
        covered.add(armed.scenario());
        fixture.simulator.arm(armed);
    }

    /**
     * Fails for a scenario of a moment that was not armed.
     *
     * @param elsewhere scenarios that another class tests
     */
    void requireAll(Moment moment, Scenario... elsewhere) {
        Set<Scenario> missing = EnumSet.allOf(Scenario.class);
        missing.removeIf(scenario -> scenario.moment() != moment);
        missing.removeAll(covered);
        List.of(elsewhere).forEach(missing::remove);
        assertThat(missing).as("scenarios without a test").isEmpty();
    }
}
