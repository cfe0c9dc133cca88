package io.vimax.keypool.intake;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong at a place.
 *
 * @param line from 1
 * @param column character of the line, from 1
 * @param field name of the field, or null where none can be told
 * @param code stable word for programs
 * @param message what to do; never what stood there
 */
record LineFault(int line, int column, @Nullable String field, String code, String message) {}
