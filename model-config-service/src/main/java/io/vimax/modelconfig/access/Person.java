package io.vimax.modelconfig.access;

import java.util.UUID;

/** The signed-in person who makes a call; controllers take it as a parameter. */
public record Person(UUID id) {}
