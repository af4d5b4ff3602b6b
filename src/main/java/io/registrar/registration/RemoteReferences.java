package io.registrar.registration;

import io.registrar.credential.Caller;
import io.registrar.http.HeldRefusalException;
import io.registrar.http.HeldRefusals;
import io.registrar.http.TooManyRequestsException;
import io.registrar.metadata.ClientMetadata;
import io.registrar.metadata.ClientMetadataValidator;
import io.registrar.metadata.InvalidClientMetadataException;
import io.registrar.metadata.MetadataPolicy;
import io.registrar.metadata.ValidatedClient;
import io.registrar.outbound.FetchAllowance;
import io.registrar.outbound.FetchException;
import io.registrar.outbound.FetchSettings;
import io.registrar.outbound.GuardedClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * The last rules: those for which a document must be fetched (reference F.5, F.6). Asked only when nothing else is
 * wrong, so that nothing is fetched for a request that fails anyway, and before a transaction is opened. Blocks.
 */
@ApplicationScoped
public class RemoteReferences {

    private static final Logger LOG = Logger.getLogger(RemoteReferences.class);

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

    /**
     * Checks what the metadata refers to.
     *
     * @param caller who pays for it with its allowance
     * @throws HeldRefusalException naming the members that could not be verified, and never why
     * @throws InvalidClientMetadataException naming what a public document does not list
     * @throws TooManyRequestsException when the caller has had enough documents fetched for now
     */
    public void check(ValidatedClient registered, Caller caller) {
        check(references(registered).toList(), caller);
    }

    /**
     * The same for an update: what has not changed was checked before, and there is no duty to check it again (reference
     * F.5).
     *
     * @param before what was registered until now
     */
    public void checkChanges(ValidatedClient registered, ClientMetadata before, Caller caller) {
        check(
                references(registered)
                        .filter(reference -> !reference.settled().test(before))
                        .toList(),
                caller);
    }

    private Stream<RemoteReference> references(ValidatedClient registered) {
        return Stream.concat(
                RemoteReference.keys(registered, validator).filter(keys -> policy.verifyJwksUri()).stream(),
                RemoteReference.sector(registered.metadata()).stream());
    }

    private void check(List<RemoteReference> references, Caller caller) {
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
        refuse(references.stream().flatMap(it -> verify(it).stream()).toList(), refused);
    }

    private static void refuse(List<UnfitReference> unfit, long moment) {
        if (unfit.isEmpty()) {
            return;
        }
        InvalidClientMetadataException refusal = new InvalidClientMetadataException(
                unfit.stream().map(UnfitReference::violation).toList());
        // One secret keeps all of them back: they share one answer, and its time would tell.
        if (unfit.stream().anyMatch(UnfitReference::isSecret)) {
            throw new HeldRefusalException(refusal, moment);
        }
        throw refusal;
    }

    private Optional<UnfitReference> verify(RemoteReference reference) {
        try {
            List<String> unlisted = reference.unlisted().apply(client.json(reference.request()));
            return unlisted.isEmpty() ? Optional.empty() : Optional.of(incomplete(reference, unlisted));
        } catch (FetchException | InvalidClientMetadataException e) {
            return Optional.of(unverified(reference, e.getMessage()));
        }
    }

    // Whoever can register can fetch a public document, too, and reads there what is told here.
    private UnfitReference incomplete(RemoteReference reference, List<String> unlisted) {
        return client.readsInPublic(reference.request())
                ? UnfitReference.incomplete(reference.field(), unlisted)
                : unverified(reference, "it does not list " + String.join(", ", unlisted));
    }

    private static UnfitReference unverified(RemoteReference reference, String why) {
        LOG.infof(
                "The %s of a client could not be verified: %s: %s",
                reference.field().name(), reference.request(), why);
        return UnfitReference.unverified(reference.field());
    }
}
