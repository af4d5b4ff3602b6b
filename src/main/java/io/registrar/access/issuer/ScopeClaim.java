package io.registrar.access.issuer;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a token's scope claim, whichever of its two shapes it has (metadata reference, I.4). */
final class ScopeClaim {

    private ScopeClaim() {}

    /**
     * @param claim the claim's value; null where the token has none
     * @param acceptArray whether an array of strings is admitted
     * @return the scopes; empty where the claim is not well-formed
     */
    static Optional<Set<String>> read(Object claim, boolean acceptArray) {
        if (claim == null) {
            return Optional.of(Set.of());
        }
        if (claim instanceof String joined) {
            return scopes(joined.isEmpty() ? List.of() : List.of(joined.split(" ", -1)));
        }
        return acceptArray && claim instanceof List<?> list ? scopes(list) : Optional.empty();
    }

    private static Optional<Set<String>> scopes(List<?> elements) {
        Set<String> scopes = new LinkedHashSet<>();
        for (Object element : elements) {
            if (!(element instanceof String scope) || scope.isEmpty() || scope.indexOf(' ') >= 0) {
                return Optional.empty();
            }
            scopes.add(scope);
        }
        return Optional.of(scopes);
    }
}
