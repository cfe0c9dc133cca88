package io.vimax.simulator.model;

/** What a model makes. */
public enum WorkKind {
    CHAT,
    IMAGE,
    VIDEO,
    SPEECH
}
