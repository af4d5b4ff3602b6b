package io.registrar.access.issuer;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.common.OidcEndpoint;
import io.quarkus.oidc.common.OidcResponseFilter;
import io.quarkus.oidc.runtime.OidcUtils;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Watches the issuers' key sets as quarkus-oidc fetches them, each by its own issuer. */
@Singleton
@Unremovable
@OidcEndpoint(OidcEndpoint.Type.JWKS)
final class IssuerKeys implements OidcResponseFilter {

    /** How long a caller waits for keys; quarkus-oidc itself bounds the connecting only. */
    static final Duration LONGEST_FETCH = Duration.ofSeconds(5);

    private final Map<String, KeySet> keySets = new ConcurrentHashMap<>();

    /** What is known of the keys of an issuer, which quarkus-oidc calls a tenant. */
    KeySet of(String tenant) {
        return keySets.computeIfAbsent(tenant, unknown -> new KeySet());
    }

    @Override
    public Uni<Void> filter(OidcResponseFilterContext response) {
        KeySet keys = of(response.requestProperties().get(OidcUtils.TENANT_ID_ATTRIBUTE));
        if (response.statusCode() != 200) {
            keys.fetchFailed();
        } else if (!keys.fetched(String.valueOf(response.responseBody()))) {
            // A failed fetch for quarkus-oidc, too: it would take some of these for a set without keys.
            return Uni.createFrom()
                    .failure(new IOException("The address of the issuer's keys answers with no key set"));
        }
        return Uni.createFrom().voidItem();
    }
}
