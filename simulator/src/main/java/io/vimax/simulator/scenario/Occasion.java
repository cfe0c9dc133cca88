package io.vimax.simulator.scenario;

/** A chance for a scenario to strike; an empty text where something is not known. */
public record Occasion(Operation operation, String provider, String account, String key, String model) {}
