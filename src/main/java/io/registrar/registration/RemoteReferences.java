package io.registrar.registration;

import com.fasterxml.jackson.databind.JsonNode;
import io.registrar.credential.Caller;
import io.registrar.http.HeldRefusalException;
import io.registrar.http.HeldRefusals;
import io.registrar.http.TooManyRequestsException;
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
import io.registrar.outbound.FetchAllowance;
import io.registrar.outbound.FetchException;
import io.registrar.outbound.FetchRequest;
import io.registrar.outbound.FetchSettings;
import io.registrar.outbound.GuardedClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
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
    private final FetchAllowance allowance;
    private final HeldRefusals refusals;
    private final ClientMetadataValidator validator;
    private final MetadataPolicy policy;
    private final Duration refusalTime;

    RemoteReferences(
            GuardedClient client,
            FetchAllowance allowance,
            HeldRefusals refusals,
            ClientMetadataValidator validator,
            MetadataPolicy policy,
            FetchSettings settings) {
        this.client = client;
        this.allowance = allowance;
        this.refusals = refusals;
        this.validator = validator;
        this.policy = policy;
        this.refusalTime = settings.refusalTime();
    }

    /** A document that must be there and be fit. */
    private record Reference(MetadataField field, FetchRequest request, Consumer<JsonNode> check) {}

    /**
     * Checks what the metadata refers to.
     *
     * @param caller who pays for it with its allowance
     * @throws HeldRefusalException naming the members that could not be verified, and never why
     * @throws TooManyRequestsException when the caller has had enough documents fetched for now
     */
    public void check(ValidatedClient registered, Caller caller) {
        List<Reference> references = references(registered);
        if (references.isEmpty()) {
            return;
        }
        refusals.requireRoom();
        // For all of them at once: if the second one were missing, the answer would tell how the first one went.
        allowance.take(caller, references.size()).ifPresent(wait -> {
            throw new TooManyRequestsException(
                    wait, "Too many documents had to be fetched for this caller; send the request again later");
        });
        long refused =
                System.nanoTime() + refusalTime.multipliedBy(references.size()).toNanos();
        List<Violation> violations =
                references.stream().flatMap(it -> verify(it).stream()).toList();
        if (!violations.isEmpty()) {
            throw new HeldRefusalException(new InvalidClientMetadataException(violations), refused);
        }
    }

    /**
     * The same for an update: what has not changed was checked before, and there is no duty to check it again (reference
     * F.5).
     *
     * @param before what was registered until now
     */
    public void checkChanges(ValidatedClient registered, ClientMetadata before, Caller caller) {
        Set<String> changed = registered.metadata().differencesTo(before);
        if (RELEVANT.stream().map(MetadataField::name).anyMatch(changed::contains)) {
            check(registered, caller);
        }
    }

    private List<Reference> references(ValidatedClient registered) {
        ClientMetadata metadata = registered.metadata();
        Stream<Reference> keys = metadata.text(MetadataFields.JWKS_URI).filter(uri -> policy.verifyJwksUri()).stream()
                .map(uri -> new Reference(
                        MetadataFields.JWKS_URI,
                        FetchRequest.keysOfClient(uri),
                        document -> validator.checkKeys(registered, document)));
        Stream<Reference> sector = metadata.text(MetadataFields.SECTOR_IDENTIFIER_URI).stream()
                .map(uri -> new Reference(
                        MetadataFields.SECTOR_IDENTIFIER_URI,
                        FetchRequest.ofClient(uri),
                        document -> checkSector(document, metadata)));
        return Stream.concat(keys, sector).toList();
    }

    private static void checkSector(JsonNode document, ClientMetadata metadata) {
        Sector.problem(document, metadata).ifPresent(why -> {
            throw new FetchException(why);
        });
    }

    private Optional<Violation> verify(Reference reference) {
        try {
            reference.check().accept(client.json(reference.request()));
            return Optional.empty();
        } catch (FetchException | InvalidClientMetadataException e) {
            LOG.infof(
                    "The %s of a client could not be verified: %s: %s",
                    reference.field().name(), reference.request(), e.getMessage());
            return Optional.of(unverified(reference.field()));
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
