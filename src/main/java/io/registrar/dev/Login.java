package io.registrar.dev;

/** A database role's name and password. */
public record Login(String username, String password) {}
