package io.registrar.access.issuer;

import io.quarkus.oidc.OidcTenantConfig;
import io.registrar.access.AccessSettings;
import io.registrar.access.IssuerSettings;
import java.time.Clock;
import java.util.Optional;

/**
 * An issuer whose tokens are admitted, with everything that they are judged by: no rule and no key is shared with
 * another issuer.
 *
 * @param header the rules for its tokens' headers
 * @param claims the rules for their claims
 * @param admission what they allow
 * @param keys what is known of its keys
 * @param refresh bounds how often they are fetched anew
 * @param tenant how quarkus-oidc verifies its tokens; empty for the issuer in {@code quarkus.oidc}, which it knows
 */
record TrustedIssuer(
        AccessTokenHeader header,
        AccessTokenClaims claims,
        TokenAdmission admission,
        KeySet keys,
        KeyRefresh refresh,
        Optional<OidcTenantConfig> tenant) {

    /** The issuer in {@code quarkus.oidc}. */
    static TrustedIssuer ofDefault(AccessSettings settings, KeySet keys, Clock clock) {
        return new TrustedIssuer(
                new AccessTokenHeader(settings),
                new AccessTokenClaims(settings, settings.clockSkewSeconds(), true, clock),
                new ScopeAdmission(settings, settings),
                keys,
                new KeyRefresh(settings),
                Optional.empty());
    }

    /** A further one. */
    static TrustedIssuer of(
            OidcTenantConfig tenant, IssuerSettings issuer, AccessSettings settings, KeySet keys, Clock clock) {
        boolean bearsScopes = issuer.conditions().isEmpty();
        return new TrustedIssuer(
                new AccessTokenHeader(issuer),
                new AccessTokenClaims(issuer, settings.clockSkewSeconds(), bearsScopes, clock),
                bearsScopes ? new ScopeAdmission(settings, issuer) : new ConditionAdmission(issuer),
                keys,
                new KeyRefresh(settings),
                Optional.of(tenant));
    }
}
