package io.registrar.store;

/** The initial access token of a registration was good when it was looked at, and is not any more; nothing is stored. */
public final class InitialAccessTokenSpentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InitialAccessTokenSpentException() {
        super("The initial access token is used up, has ended or was revoked", null, false, false);
    }
}
