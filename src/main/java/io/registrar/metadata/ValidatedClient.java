package io.registrar.metadata;

import io.registrar.metadata.policy.Entitlement;
import io.registrar.metadata.policy.RegistrationPolicy;
import java.time.Duration;
import java.util.Optional;

/**
 * Metadata in which the validator found nothing wrong, with defaults filled in. Only {@link ClientMetadataValidator}
 * makes one, so what takes a {@code ValidatedClient} need not ask again.
 */
public final class ValidatedClient {

    private final ClientMetadata metadata;
    private final Entitlement entitlement;

    ValidatedClient(ClientMetadata metadata, Entitlement entitlement) {
        this.metadata = metadata;
        this.entitlement = entitlement;
    }

    /** What is registered and returned: the members sent and the defaults, as far as they apply to this client. */
    public ClientMetadata metadata() {
        return metadata;
    }

    /** How far the caller was trusted; it bounds later changes, too. */
    public TrustTier tier() {
        return entitlement.tier();
    }

    /** What the caller might register; it bounds later changes, too. */
    public RegistrationPolicy policy() {
        return entitlement.policy();
    }

    Entitlement entitlement() {
        return entitlement;
    }

    /** Whether a secret is issued: to authenticate with it, and for nothing else (reference X1 to X3). */
    public boolean needsSecret() {
        return metadata.text(MetadataFields.TOKEN_ENDPOINT_AUTH_METHOD)
                .filter(AuthenticationMethod.WITH_SECRET::contains)
                .isPresent();
    }

    /** How long the client lives, from its registration or renewal; empty for ever. */
    public Optional<Duration> lifetime() {
        return metadata.number(MetadataFields.CLIENT_LIFETIME).map(Duration::ofSeconds);
    }
}
