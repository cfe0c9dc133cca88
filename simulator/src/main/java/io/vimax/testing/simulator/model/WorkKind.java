package io.vimax.testing.simulator.model;

/** What a model makes. */
public enum WorkKind {
    CHAT,
    IMAGE,
    VIDEO,
    SPEECH
}
