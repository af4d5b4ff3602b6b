package io.registrar.metadata;

import java.util.List;

/** For which clients a member means something. One that means nothing for a client is neither kept nor returned. */
public enum Applicability {
    ALWAYS,
    /** Only where a user signs in: code, implicit, device and CIBA grants. */
    USER_GRANT;

    boolean appliesTo(ClientMetadata metadata) {
        List<String> grants = metadata.texts(MetadataFields.GRANT_TYPES);
        return switch (this) {
            case ALWAYS -> true;
            case USER_GRANT -> grants.stream().anyMatch(GrantType.SIGN_IN::contains);
        };
    }
}
