package io.vimax.testing.broken;

/** Has a name that says nothing. */
final class OrderServiceImpl {}
