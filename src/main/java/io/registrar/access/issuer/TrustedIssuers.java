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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * The issuers whose tokens are admitted. A token is judged as one of the issuer that it names, compared exactly
 * (metadata reference, I.2): nothing else of it is looked at before its signature is good.
 */
@Singleton
public class TrustedIssuers {

    private static final Logger LOG = Logger.getLogger(TrustedIssuers.class);

    private final DefaultIssuer defaultIssuer;
    private final TrustedIssuer ofDefault;
    private final Map<String, TrustedIssuer> further = new HashMap<>();
    private final List<String> furtherWithScopes;
    private final AtomicBoolean saidTwice = new AtomicBoolean();

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
        TrustedIssuer namedBySetting = further.get(iss);
        if (namedBySetting != null && defaultIssuer.isKnownAs(iss) && saidTwice.compareAndSet(false, true)) {
            // The start compares what is configured; this name came by discovery.
            LOG.warnf(
                    "The issuer in quarkus.oidc calls itself %s, as a further issuer is called: its tokens are judged by the"
                            + " settings of that one, and registrar.access.policies counts for none. Take one of them out",
                    iss);
        }
        return Optional.ofNullable(namedBySetting)
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
