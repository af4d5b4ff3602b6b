package io.registrar.access.issuer;

import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.runtime.OidcUtils;
import io.registrar.access.AccessSettings;
import io.registrar.access.IssuerSettings;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The issuers whose tokens are admitted. A token is judged as one of the issuer that it names, compared exactly
 * (metadata reference, I.2): nothing else of it is looked at before its signature is good.
 */
@Singleton
public class TrustedIssuers {

    private final DefaultIssuer defaultIssuer;
    private final TrustedIssuer ofDefault;
    private final Map<String, TrustedIssuer> further = new HashMap<>();
    private final List<String> furtherWithScopes;

    TrustedIssuers(AccessSettings settings, DefaultIssuer defaultIssuer, IssuerKeys keys, Clock clock) {
        this.defaultIssuer = defaultIssuer;
        this.ofDefault = TrustedIssuer.ofDefault(settings, keys.of(OidcUtils.DEFAULT_TENANT_ID), clock);
        settings.issuers().forEach((name, issuer) -> {
            OidcTenantConfig tenant = IssuerTenant.of(name, issuer, settings);
            further.put(
                    issuer.issuer(),
                    TrustedIssuer.of(
                            tenant, issuer, settings, keys.of(tenant.tenantId().orElseThrow()), clock));
        });
        this.furtherWithScopes = settings.issuers().values().stream()
                .filter(issuer -> issuer.conditions().isEmpty())
                .map(IssuerSettings::issuer)
                .sorted()
                .toList();
    }

    /**
     * The issuer of that name.
     *
     * @param iss as an unverified token has it
     */
    Optional<TrustedIssuer> named(String iss) {
        return Optional.ofNullable(further.get(iss))
                .or(() -> defaultIssuer.mayBe(iss) ? Optional.of(ofDefault) : Optional.empty());
    }

    /** The rules for the claims of an issuer's tokens. */
    AccessTokenClaims rulesFor(String iss) {
        return further.getOrDefault(iss, ofDefault).claims();
    }

    /** The identifiers of the issuers whose tokens bear scopes: the authorization servers (RFC 9728 section 2). */
    public List<String> authorizationServers() {
        return Stream.concat(defaultIssuer.identifier().stream(), furtherWithScopes.stream())
                .toList();
    }
}
