package io.registrar.access;

import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which tokens of one issuer are admitted (metadata reference, section I). */
public interface TokenSettings {

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

    /**
     * Which registration policy a caller with the registration scope has: the first entry whose scope and claims the token
     * has. Where none is, `fallback-policy` says it.
     */
    List<PolicyChoice> policies();

    /**
     * The registration policy of callers for whom no entry is. Unset: where there are entries, none, and such a caller
     * registers nothing; else `default`. With `conditions` it is that of conditions that name none, and lets nobody in.
     */
    Optional<String> fallbackPolicy();

    /** How long after its `iat` a token is admitted; unset: until it expires. */
    Optional<Duration> maxTokenAge();

    /** A registration policy, and whose it is. */
    interface PolicyChoice {

        /** The name of the policy (`registrar.policies.<name>`). */
        String policy();

        /** A scope that the token must have beside the registration scope. The last entry may do without scope and claims. */
        Optional<String> scope();

        /** Claims that the token must have, written as those of `conditions`. */
        Map<String, List<String>> claims();
    }
}
