package io.registrar.metadata;

/** How far a caller is trusted with members that are safe only from a trusted one (reference 0, trust tiers). */
public enum TrustTier {
    /** Open registration. */
    ANONYMOUS,
    /** An initial access token, or an access token with the registration scope. */
    AUTHENTICATED,
    /** The same and an accepted software statement. */
    ATTESTED,
    /** The operator scope. */
    OPERATOR;

    /** Whether this tier may do what another one may. */
    public boolean isAtLeast(TrustTier other) {
        return compareTo(other) >= 0;
    }
}
