package io.registrar.access;

import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One further issuer. Nothing that is said here holds for tokens of another. */
public interface IssuerSettings extends TokenSettings {

    /** The issuer's identifier, exactly as its tokens have it in `iss`; its keys are found below it, by discovery. */
    String issuer();

    /** Where its keys are, for an issuer without a discovery document, or with one that this service cannot reach. */
    Optional<String> jwksUrl();

    /** The audiences of this service in its tokens; unset: those of `registrar.access.audience`. */
    Optional<Set<String>> audience();

    /** A TLS configuration (`quarkus.tls.<name>`) for fetching its keys, for one with a private certificate authority. */
    Optional<String> tlsConfigurationName();

    /**
     * For tokens without scopes, such as those of CI systems: the first entry whose claims the token has stands for the
     * registration scope and chooses the policy. Scopes of such an issuer mean nothing.
     */
    List<Condition> conditions();

    /**
     * With `conditions`: the claim that says whose clients a job's are, such as `repository_id`; a claim within a claim as
     * JSON Pointer. The usual one may differ from job to job. A token without the claim owns nothing.
     */
    @WithDefault("sub")
    String callerClaim();

    /** What a token must say of itself. */
    interface Condition {

        /**
         * A claim and its patterns, comma-separated, one of which must match: exact, or with `*` for anything without `/`
         * and `:`, or `**` for anything. A claim within a claim is written as JSON Pointer: `"/kubernetes.io/namespace"`.
         */
        Map<String, List<String>> claims();

        /**
         * The name of the registration policy (`registrar.policies.<name>`). Unset: the issuer's `fallback-policy`; where
         * neither that is set nor any condition names one, `default`.
         */
        Optional<String> policy();
    }
}
