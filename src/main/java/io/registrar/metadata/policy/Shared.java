package io.registrar.metadata.policy;

import io.registrar.metadata.uri.UriTarget;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;

/** What two lists of a kind both admit; of two patterns that meet, one covers the other. */
final class Shared {

    private Shared() {}

    /** Patterns of scopes. */
    static List<String> scopes(List<String> some, List<String> others) {
        return of(some, others, (one, other) -> new ScopePattern(one).covers(new ScopePattern(other)));
    }

    /** Places that URIs may lead to. */
    static List<String> hosts(List<String> some, List<String> others) {
        return of(some, others, (one, other) -> new UriTarget(one).covers(new UriTarget(other)));
    }

    private static List<String> of(List<String> some, List<String> others, BiPredicate<String, String> covers) {
        Set<String> shared = new LinkedHashSet<>();
        for (String one : some) {
            for (String other : others) {
                if (covers.test(one, other)) {
                    shared.add(other);
                } else if (covers.test(other, one)) {
                    shared.add(one);
                }
            }
        }
        return List.copyOf(shared);
    }
}
