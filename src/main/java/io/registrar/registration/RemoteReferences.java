package io.registrar.registration;

import com.fasterxml.jackson.databind.JsonNode;
import io.registrar.metadata.ClientMetadata;
import io.registrar.metadata.ClientMetadataValidator;
import io.registrar.metadata.ErrorCode;
import io.registrar.metadata.InvalidClientMetadataException;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.MetadataFields;
import io.registrar.metadata.MetadataPolicy;
import io.registrar.metadata.Sector;
import io.registrar.metadata.ValidatedClient;
import io.registrar.metadata.Violation;
import io.registrar.outbound.FetchException;
import io.registrar.outbound.FetchRequest;
import io.registrar.outbound.GuardedClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * The last rules: those for which a document must be fetched (reference F.5, F.6). Asked only when nothing else is
 * wrong, so that nothing is fetched for a request that fails anyway, and before a transaction is opened. Blocks.
 */
@ApplicationScoped
public class RemoteReferences {

    private static final Logger LOG = Logger.getLogger(RemoteReferences.class);

    /** What the documents are, and what they must list. */
    private static final List<MetadataField> RELEVANT = List.of(
            MetadataFields.SECTOR_IDENTIFIER_URI,
            MetadataFields.REDIRECT_URIS,
            MetadataFields.JWKS_URI,
            MetadataFields.BACKCHANNEL_CLIENT_NOTIFICATION_ENDPOINT);

    private final GuardedClient client;
    private final ClientMetadataValidator validator;
    private final MetadataPolicy policy;

    RemoteReferences(GuardedClient client, ClientMetadataValidator validator, MetadataPolicy policy) {
        this.client = client;
        this.validator = validator;
        this.policy = policy;
    }

    /**
     * Checks what the metadata refers to.
     *
     * @throws InvalidClientMetadataException naming the members that could not be verified, and never why
     */
    public void check(ValidatedClient registered) {
        List<Violation> violations = new ArrayList<>();
        ClientMetadata metadata = registered.metadata();
        if (policy.verifyJwksUri()) {
            metadata.text(MetadataFields.JWKS_URI)
                    .map(FetchRequest::keysOfClient)
                    .ifPresent(request -> verify(
                            MetadataFields.JWKS_URI,
                            request,
                            keys -> validator.checkKeys(registered, keys),
                            violations));
        }
        metadata.text(MetadataFields.SECTOR_IDENTIFIER_URI)
                .map(FetchRequest::ofClient)
                .ifPresent(request -> verify(
                        MetadataFields.SECTOR_IDENTIFIER_URI,
                        request,
                        document -> checkSector(document, metadata),
                        violations));
        if (!violations.isEmpty()) {
            throw new InvalidClientMetadataException(violations);
        }
    }

    /**
     * The same for an update: what has not changed was checked before, and there is no duty to check it again (reference
     * F.5).
     *
     * @param before what was registered until now
     */
    public void checkChanges(ValidatedClient registered, ClientMetadata before) {
        Set<String> changed = registered.metadata().differencesTo(before);
        if (RELEVANT.stream().map(MetadataField::name).anyMatch(changed::contains)) {
            check(registered);
        }
    }

    private static void checkSector(JsonNode document, ClientMetadata metadata) {
        Sector.problem(document, metadata).ifPresent(why -> {
            throw new FetchException(why);
        });
    }

    private void verify(
            MetadataField field, FetchRequest request, Consumer<JsonNode> check, List<Violation> violations) {
        try {
            check.accept(client.json(request));
        } catch (FetchException | InvalidClientMetadataException e) {
            LOG.infof("The %s of a client could not be verified: %s: %s", field.name(), request, e.getMessage());
            violations.add(unverified(field));
        }
    }

    // One answer for everything, or the service could be used to find out what is behind addresses (reference F.1).
    private static Violation unverified(MetadataField field) {
        return new Violation(
                field.name(),
                "/" + field.name(),
                ErrorCode.INVALID_CLIENT_METADATA,
                field.name() + ": could not be verified");
    }
}
