package io.registrar.metadata.policy;

import io.registrar.metadata.TrustTier;
import java.util.Objects;

/**
 * What a caller's credential entitles it to register; kept with the client, because it bounds later changes, too.
 *
 * @param tier how far the caller is trusted
 * @param policy what it may register
 */
public record Entitlement(TrustTier tier, RegistrationPolicy policy) {

    public Entitlement {
        Objects.requireNonNull(tier);
        Objects.requireNonNull(policy);
    }
}
