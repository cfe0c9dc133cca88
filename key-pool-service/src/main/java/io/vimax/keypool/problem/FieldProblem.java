package io.vimax.keypool.problem;

/**
 * What is wrong with one field.
 *
 * @param field path of the field in snake_case
 * @param code stable word for programs
 * @param message what to do; never the value, which may be a secret
 */
public record FieldProblem(String field, String code, String message) {}
