package io.registrar.metadata;

import static io.registrar.metadata.MetadataFields.BACKCHANNEL_CLIENT_NOTIFICATION_ENDPOINT;
import static io.registrar.metadata.MetadataFields.BACKCHANNEL_TOKEN_DELIVERY_MODE;
import static io.registrar.metadata.MetadataFields.GRANT_TYPES;
import static io.registrar.metadata.MetadataFields.JWKS_URI;
import static io.registrar.metadata.MetadataFields.REDIRECT_URIS;
import static io.registrar.metadata.MetadataFields.SECTOR_IDENTIFIER_URI;
import static io.registrar.metadata.MetadataFields.SUBJECT_TYPE;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

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

    /**
     * What a document that speaks for the sector must list, so that the client is of it (reference F.5, X15, X16): the
     * URIs, each by where it stands in the metadata.
     */
    static Map<String, String> mustList(ClientMetadata metadata) {
        Map<String, String> uris = new LinkedHashMap<>();
        List<String> redirects = metadata.texts(REDIRECT_URIS);
        for (int i = 0; i < redirects.size(); i++) {
            uris.put(REDIRECT_URIS.name() + "[" + i + "]", redirects.get(i));
        }
        if (metadata.is(SUBJECT_TYPE, "pairwise")) {
            if (restsOnKeys(metadata)) {
                metadata.text(JWKS_URI).ifPresent(uri -> uris.put(JWKS_URI.name(), uri));
            }
            if (restsOnEndpoint(metadata)) {
                metadata.text(BACKCHANNEL_CLIENT_NOTIFICATION_ENDPOINT)
                        .ifPresent(uri -> uris.put(BACKCHANNEL_CLIENT_NOTIFICATION_ENDPOINT.name(), uri));
            }
        }
        return uris;
    }

    /** Whether one document speaks for the first registration exactly if it speaks for the second. */
    public static boolean needsTheSame(ClientMetadata one, ClientMetadata other) {
        return one.text(SECTOR_IDENTIFIER_URI).equals(other.text(SECTOR_IDENTIFIER_URI))
                && Set.copyOf(mustList(one).values())
                        .equals(Set.copyOf(mustList(other).values()));
    }

    /**
     * What is wrong with the document at sector_identifier_uri whoever names it, empty for nothing (OpenID Connect
     * Registration §5).
     */
    public static Optional<String> problem(JsonNode document) {
        if (!document.isArray() || document.isEmpty() || document.size() > MOST_LISTED) {
            return Optional.of("it is not an array of 1 to " + MOST_LISTED + " elements");
        }
        return StreamSupport.stream(document.spliterator(), false).allMatch(JsonNode::isTextual)
                ? Optional.empty()
                : Optional.of("it lists something that is not a string");
    }

    /**
     * The URIs of the client that a document without a problem should list and does not: where they stand in the
     * metadata, such as {@code redirect_uris[1]}; none when the client is of the sector.
     */
    public static List<String> unlisted(JsonNode document, ClientMetadata metadata) {
        Set<String> listed = new HashSet<>();
        document.forEach(element -> listed.add(element.textValue()));
        return mustList(metadata).entrySet().stream()
                .filter(uri -> !listed.contains(uri.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
