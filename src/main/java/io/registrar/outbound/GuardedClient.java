package io.registrar.outbound;

import com.fasterxml.jackson.databind.JsonNode;
import io.registrar.metadata.FetchedJson;
import io.registrar.metadata.InvalidClientMetadataException;
import io.registrar.metadata.OutboundPolicy;
import io.registrar.metadata.uri.FetchUri;
import io.registrar.metadata.uri.WebUri;
import io.vertx.core.Context;
import java.util.Optional;

/**
 * Fetches JSON documents without becoming a door into the network it stands in (reference F.1). Blocks its caller for
 * at most five seconds; must not be called on an event loop, nor while a transaction is open.
 */
public final class GuardedClient {

    private final OutboundPolicy policy;
    private final FetchLimits limits;
    private final Route toStrangers;
    private final Route toConfigured;
    private final FetchSlots slots;
    private final Flights flights;

    GuardedClient(OutboundPolicy policy, FetchLimits limits, Route toStrangers, Route toConfigured, Flights flights) {
        this.policy = policy;
        this.limits = limits;
        this.toStrangers = toStrangers;
        this.toConfigured = toConfigured;
        this.slots = new FetchSlots(limits);
        this.flights = flights;
    }

    /**
     * The document, as it is now.
     *
     * @throws FetchException when there is none, for whatever reason
     */
    public JsonNode json(FetchRequest request) {
        if (Context.isOnEventLoopThread()) {
            throw new IllegalStateException("a fetch would block an event loop");
        }
        textProblem(request).ifPresent(why -> {
            throw new FetchException(why);
        });
        // What the operator named has its own rhythm of trying again, and is little.
        Deadline deadline = Deadline.after(limits.whole());
        return request.isTrusted()
                ? fetch(request, deadline)
                : flights.join(
                        request,
                        deadline,
                        () -> slots.run(request.hostText(), deadline, () -> fetch(request, deadline)));
    }

    /**
     * Whether the document, once it is there, came from an address that anybody could fetch it from, so that what it
     * says is no secret of this network. Not so where the operator made an exception for its host, nor through a proxy,
     * because there no address is checked.
     */
    public boolean readsInPublic(FetchRequest request) {
        return !request.isTrusted()
                && toStrangers.checksAddresses()
                && !policy.allowedFetchNetworks().containsKey(request.hostText());
    }

    private Optional<String> textProblem(FetchRequest request) {
        return request.isTrusted()
                ? WebUri.problem(request.uri(), FetchLimits.LONGEST_URI, true)
                : FetchUri.problem(request.uri(), FetchLimits.LONGEST_URI, false, policy);
    }

    private JsonNode fetch(FetchRequest request, Deadline deadline) {
        try {
            Route route = request.isTrusted() ? toConfigured : toStrangers;
            return FetchedJson.read(route.get(request, deadline));
        } catch (InvalidClientMetadataException e) {
            throw new FetchException(e.getMessage());
        }
    }

    void close() {
        toStrangers.close();
        toConfigured.close();
    }
}
