package io.registrar.metadata;

/**
 * Metadata in which the validator found nothing wrong, with defaults filled in. Only {@link ClientMetadataValidator}
 * makes one, so what takes a {@code ValidatedClient} need not ask again.
 */
public final class ValidatedClient {

    private final ClientMetadata metadata;

    ValidatedClient(ClientMetadata metadata) {
        this.metadata = metadata;
    }

    /** What is registered and returned: the members sent and the defaults, as far as they apply to this client. */
    public ClientMetadata metadata() {
        return metadata;
    }

    /** Whether a secret is issued: to authenticate with it, and for nothing else (reference X1 to X3). */
    public boolean needsSecret() {
        return metadata.text(MetadataFields.TOKEN_ENDPOINT_AUTH_METHOD)
                .filter(AuthenticationMethod.WITH_SECRET::contains)
                .isPresent();
    }
}
