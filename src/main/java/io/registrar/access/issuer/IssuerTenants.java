package io.registrar.access.issuer;

import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TenantConfigResolver;
import io.registrar.access.BearerCredential;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/**
 * Tells quarkus-oidc by which issuer's settings a request's token is verified. It asks more than once and early, so that
 * the answer follows from the request alone.
 */
@Singleton
class IssuerTenants implements TenantConfigResolver {

    private final TrustedIssuers issuers;

    IssuerTenants(TrustedIssuers issuers) {
        this.issuers = issuers;
    }

    @Override
    public Uni<OidcTenantConfig> resolve(RoutingContext context, OidcRequestContext<OidcTenantConfig> blocking) {
        return Uni.createFrom()
                .optional(UnverifiedIssuer.of(BearerCredential.of(context.request()))
                        .flatMap(issuers::named)
                        .flatMap(TrustedIssuer::tenant));
    }
}
