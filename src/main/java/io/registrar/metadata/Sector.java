package io.registrar.metadata;

import static io.registrar.metadata.MetadataFields.BACKCHANNEL_CLIENT_NOTIFICATION_ENDPOINT;
import static io.registrar.metadata.MetadataFields.BACKCHANNEL_TOKEN_DELIVERY_MODE;
import static io.registrar.metadata.MetadataFields.GRANT_TYPES;
import static io.registrar.metadata.MetadataFields.JWKS_URI;
import static io.registrar.metadata.MetadataFields.REDIRECT_URIS;
import static io.registrar.metadata.MetadataFields.SUBJECT_TYPE;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The group of clients that see one subject under one identifier (OpenID Connect Core §8.1). */
public final class Sector {

    private static final int MOST_LISTED = 10_000;
    private static final String PUSH = "push";

    private Sector() {}

    /**
     * Whether jwks_uri stands for the client, because it has no redirects (CIBA Core §4, reference X15). With push the
     * notification endpoint does.
     */
    public static boolean restsOnKeys(ClientMetadata metadata) {
        List<String> grants = metadata.texts(GRANT_TYPES);
        boolean fetches = metadata.text(BACKCHANNEL_TOKEN_DELIVERY_MODE)
                .filter(mode -> !mode.equals(PUSH))
                .isPresent();
        boolean deviceAlone =
                grants.contains(GrantType.DEVICE_CODE) && !Applicability.REDIRECT_FLOW.appliesTo(metadata);
        return (grants.contains(GrantType.CIBA) && fetches) || deviceAlone;
    }

    private static boolean restsOnEndpoint(ClientMetadata metadata) {
        return metadata.texts(GRANT_TYPES).contains(GrantType.CIBA)
                && metadata.is(BACKCHANNEL_TOKEN_DELIVERY_MODE, PUSH);
    }

    /** What a document that speaks for the sector must list, so that the client is of it (reference F.5, X15, X16). */
    static List<String> mustList(ClientMetadata metadata) {
        List<String> uris = new ArrayList<>(metadata.texts(REDIRECT_URIS));
        if (metadata.is(SUBJECT_TYPE, "pairwise")) {
            if (restsOnKeys(metadata)) {
                metadata.text(JWKS_URI).ifPresent(uris::add);
            }
            if (restsOnEndpoint(metadata)) {
                metadata.text(BACKCHANNEL_CLIENT_NOTIFICATION_ENDPOINT).ifPresent(uris::add);
            }
        }
        return uris;
    }

    /** What is wrong with the document at sector_identifier_uri, empty for nothing (OpenID Connect Registration §5). */
    public static Optional<String> problem(JsonNode document, ClientMetadata metadata) {
        if (!document.isArray() || document.isEmpty() || document.size() > MOST_LISTED) {
            return Optional.of("it is not an array of 1 to " + MOST_LISTED + " elements");
        }
        Set<String> listed = new HashSet<>();
        for (JsonNode element : document) {
            if (!element.isTextual()) {
                return Optional.of("it lists something that is not a string");
            }
            listed.add(element.textValue());
        }
        return listed.containsAll(mustList(metadata))
                ? Optional.empty()
                : Optional.of("it does not list every URI of the client");
    }
}
