package io.registrar.metadata.policy;

/**
 * Something in limits that cannot be meant.
 *
 * @param path where, in the names of the JSON form: {@code grant_types}, {@code maximum.client_lifetime}; empty for all
 * @param why what is wrong, in words that follow the place
 */
record LimitProblem(String path, String why) {}
