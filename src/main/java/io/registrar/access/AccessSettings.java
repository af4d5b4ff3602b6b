package io.registrar.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Which access tokens are admitted, and what they must allow (metadata reference, section I). */
@ConfigMapping(prefix = "registrar.access")
public interface AccessSettings {

    /**
     * The kinds of credential admitted at the registration endpoint, comma-separated: `access-token`, and `open` for
     * registration without any, by everybody.
     */
    @WithDefault("access-token")
    Set<String> credentials();

    /** The registration policy of open registrations. */
    @WithDefault("default")
    String openPolicy();

    /** Says that open registration is meant in production, too; else a production service does not start with it. */
    @WithDefault("false")
    boolean allowOpenRegistrationInProduction();

    /** The scope that a token must have to register clients. */
    @WithDefault("IdentityServer.Configuration")
    String registrationScope();

    /** The scope of operators; like the registration scope it can never be registered for a client. */
    @WithDefault("IdentityServer.Configuration.Operator")
    String operatorScope();

    /**
     * The audiences of this service, comma-separated: a token must name one of them exactly. Set in the application to
     * the registration endpoint's URL.
     */
    Set<String> audience();

    /** The claim that holds a token's scopes; `scp` for issuers that use that name. Two claims are never merged. */
    @WithDefault("scope")
    String scopeClaim();

    /** Whether the scope claim may be a JSON array, as some identity servers write it. */
    @WithDefault("true")
    boolean acceptScopeArray();

    /** Signature algorithms admitted in access tokens; asymmetric ones only. */
    @WithDefault("PS256,ES256,RS256,EdDSA")
    Set<String> signatureAlgorithms();

    /** Whether a token must say `typ: at+jwt` (RFC 9068); many issuers send `JWT` or nothing. */
    @WithDefault("false")
    boolean requireAtJwt();

    /** Whether a token whose header brings key material along (`jwk`, `jku`, `x5u`, `x5c`) is refused, not just judged without it. */
    @WithDefault("false")
    boolean strictHeader();

    /** Whether `sub`, `client_id`, `iat` and `jti` are required, as RFC 9068 section 2.2 has it. */
    @WithDefault("false")
    boolean rfc9068Strict();

    /** How many seconds the issuer's clock may be off. */
    @WithDefault("60")
    int clockSkewSeconds();

    /** How long after its `iat` a token is admitted; unset: until it expires. */
    Optional<Duration> maxTokenAge();

    /** How many times in a row an unknown key may make the service fetch the issuer's keys anew. */
    @WithDefault("5")
    int keyRefreshBurst();

    /** After how long one more of these fetches is allowed. */
    @WithDefault("PT10S")
    Duration keyRefreshInterval();
}
