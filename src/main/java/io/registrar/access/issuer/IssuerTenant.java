package io.registrar.access.issuer;

import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.OidcTenantConfigBuilder;
import io.quarkus.oidc.runtime.OidcTenantConfig.ApplicationType;
import io.registrar.access.AccessSettings;
import io.registrar.access.IssuerSettings;
import java.time.Duration;
import java.util.List;

/**
 * A further issuer in the terms of quarkus-oidc: what {@code application.properties} says of the issuer in
 * {@code quarkus.oidc}, said of this one.
 */
final class IssuerTenant {

    // No name in quarkus.oidc.<name> is such by chance.
    private static final String ID = "registrar.access.issuers.";

    private static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(3);

    private IssuerTenant() {}

    /** What quarkus-oidc calls the issuer of that name. */
    static String id(String name) {
        return ID + name;
    }

    static OidcTenantConfig of(String name, IssuerSettings issuer, AccessSettings settings) {
        OidcTenantConfigBuilder tenant = OidcTenantConfig.builder()
                .tenantId(id(name))
                .applicationType(ApplicationType.SERVICE)
                .connectionTimeout(CONNECTION_TIMEOUT)
                .jwks()
                .tryAll()
                .end()
                .token()
                .issuer(issuer.issuer())
                .audience(List.copyOf(issuer.audience().orElse(settings.audience())))
                .lifespanGrace(settings.clockSkewSeconds())
                .issuedAtRequired(false)
                // A further issuer is asked for keys and for nothing else; least of all is it sent tokens.
                .allowJwtIntrospection(false)
                .allowOpaqueTokenIntrospection(false)
                .forcedJwkRefreshInterval(Duration.ZERO)
                .end();
        issuer.tlsConfigurationName().ifPresent(tenant::tlsConfigurationName);
        return issuer.jwksUrl()
                .map(url -> tenant.authServerUrl(url).discoveryEnabled(false).jwksPath(url))
                .orElseGet(() -> tenant.authServerUrl(issuer.issuer()))
                .build();
    }
}
