package io.registrar.registration;

import com.fasterxml.jackson.databind.JsonNode;
import io.registrar.metadata.ClientMetadata;
import io.registrar.metadata.ClientMetadataValidator;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.MetadataFields;
import io.registrar.metadata.Sector;
import io.registrar.metadata.ValidatedClient;
import io.registrar.outbound.FetchException;
import io.registrar.outbound.FetchRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A document that a client's metadata names, and that must be fit.
 *
 * @param field the member that names it
 * @param unlisted what a fit document should list and does not, by where it stands in the metadata; throws when the
 *     document is unfit
 * @param settled whether a registration asked the same of the same document
 */
record RemoteReference(
        MetadataField field,
        FetchRequest request,
        Function<JsonNode, List<String>> unlisted,
        Predicate<ClientMetadata> settled) {

    /** The keys at {@code jwks_uri} (reference F.6), with whatever the rules hold against keys. */
    static Optional<RemoteReference> keys(ValidatedClient client, ClientMetadataValidator validator) {
        ClientMetadata metadata = client.metadata();
        return metadata.text(MetadataFields.JWKS_URI)
                .map(uri -> new RemoteReference(
                        MetadataFields.JWKS_URI,
                        FetchRequest.keysOfClient(uri),
                        document -> {
                            validator.checkKeys(client, document);
                            return List.of();
                        },
                        before -> Collections.disjoint(metadata.differencesTo(before), validator.readWithKeys())));
    }

    /** The document of the client's sector (reference F.5). */
    static Optional<RemoteReference> sector(ClientMetadata metadata) {
        return metadata.text(MetadataFields.SECTOR_IDENTIFIER_URI)
                .map(uri -> new RemoteReference(
                        MetadataFields.SECTOR_IDENTIFIER_URI,
                        FetchRequest.ofClient(uri),
                        document -> unlisted(document, metadata),
                        before -> Sector.needsTheSame(metadata, before)));
    }

    private static List<String> unlisted(JsonNode document, ClientMetadata metadata) {
        Sector.problem(document).ifPresent(why -> {
            throw new FetchException(why);
        });
        return Sector.unlisted(document, metadata);
    }
}
