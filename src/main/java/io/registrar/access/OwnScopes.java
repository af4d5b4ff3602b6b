package io.registrar.access;

import java.util.Set;
import java.util.TreeSet;

/** The scopes by which this service itself is used. Whoever had a client with one of them could make more clients. */
public final class OwnScopes {

    private OwnScopes() {}

    /** All of them, for which no client can be registered. Settings that are not checked yet may name one twice. */
    public static Set<String> of(AccessSettings settings) {
        Set<String> scopes = new TreeSet<>();
        scopes.add(settings.registrationScope());
        scopes.add(settings.operatorScope());
        return scopes;
    }
}
