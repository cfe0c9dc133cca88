package io.vimax.simulator.scenario;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The scenarios that go with one piece of work. */
public final class Strikes {

    public static final Strikes NONE = new Strikes(List.of());

    private final Map<Scenario, Strike> byScenario = new EnumMap<>(Scenario.class);

    public Strikes(List<Strike> strikes) {
        strikes.forEach(strike -> byScenario.put(strike.scenario(), strike));
    }

    public boolean has(Scenario scenario) {
        return byScenario.containsKey(scenario);
    }

    public Optional<Strike> find(Scenario scenario) {
        return Optional.ofNullable(byScenario.get(scenario));
    }
}
