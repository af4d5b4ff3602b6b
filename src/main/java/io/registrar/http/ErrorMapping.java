package io.registrar.http;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.registrar.access.AccessSettings;
import io.registrar.access.IssuerUnavailableException;
import io.registrar.access.MalformedCredentialException;
import io.registrar.access.NoPolicyException;
import io.registrar.access.ProtectedClientException;
import io.registrar.access.issuer.ConditionsUnmetException;
import io.registrar.metadata.InvalidClientMetadataException;
import io.registrar.metadata.Violation;
import io.registrar.metadata.capability.CapabilitiesUnavailableException;
import io.registrar.store.InitialAccessTokenSpentException;
import io.registrar.store.QuotaExceededException;
import io.registrar.store.StoreUnavailableException;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every refusal as HTTP, in one place: status, challenge, JSON error (metadata reference, D.2, D.7, I.2). */
@ApplicationScoped
class ErrorMapping {

    private static final Logger LOG = Logger.getLogger(ErrorMapping.class);
    private static final String RETRY_AFTER_SECONDS = "5";

    private final Endpoints endpoints;
    private final RefusalNotes notes;
    private final Challenge challenge;
    private final String registrationScope;
    private final String operatorScope;

    ErrorMapping(AccessSettings settings, Endpoints endpoints, RefusalNotes notes, Challenge challenge) {
        this.challenge = challenge;
        this.notes = notes;
        this.endpoints = endpoints;
        this.registrationScope = settings.registrationScope();
        this.operatorScope = settings.operatorScope();
    }

    @ServerExceptionMapper
    Response metadataRefused(InvalidClientMetadataException refused) {
        ErrorBody answer = ErrorBody.of(refused.violations());
        notes.ofCaller(
                answer.error(),
                refused.violations().stream()
                        .map(Violation::member)
                        .filter(member -> !member.isEmpty())
                        .toList());
        return JsonAnswer.of(400, answer).build();
    }

    @ServerExceptionMapper
    Response requestRefused(RequestRefusedException refused) {
        notes.ofCaller("invalid_request", List.of());
        return JsonAnswer.of(refused.status(), ErrorBody.invalidRequest(refused.getMessage()))
                .build();
    }

    /** RFC 6750 section 3.1: without a credential the answer gives no error information. */
    @ServerExceptionMapper
    Response credentialMissing(UnauthorizedException missing) {
        notes.ofNobody("credential_missing");
        return Response.status(401)
                .header(HttpHeaders.WWW_AUTHENTICATE, challenge.plain())
                .build();
    }

    @ServerExceptionMapper
    Response credentialRefused(AuthenticationFailedException refused) {
        if (refused.getCause() instanceof MalformedCredentialException) {
            notes.ofNobody("invalid_request");
            return challenged(
                    400, "invalid_request", "Send one bearer token, in one Authorization header and nowhere else");
        }
        notes.ofNobody("invalid_token");
        return invalidToken();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException forbidden, RoutingContext context) {
        Optional<Endpoint> endpoint = endpoints.of(context).filter(Endpoint::takesAccessTokens);
        if (endpoint.isEmpty()) {
            // A registration access token that is bound to another client gets the answer of an unknown one (D.2).
            notes.ofRegistrationAccessToken("invalid_token");
            return invalidToken();
        }
        String scope = endpoint.get().isForOperators() ? operatorScope : registrationScope;
        notes.ofCaller("insufficient_scope", List.of());
        return JsonAnswer.of(403, ErrorBody.of("insufficient_scope", "The access token needs the scope " + scope))
                .header(HttpHeaders.WWW_AUTHENTICATE, challenge.insufficientScope(scope))
                .build();
    }

    /** Good when it was looked at, used up since: the same answer as for one that was used up before (reference, E.1). */
    @ServerExceptionMapper
    Response initialAccessTokenSpent(InitialAccessTokenSpentException spent) {
        notes.ofCaller("invalid_token", List.of());
        return invalidToken();
    }

    @ServerExceptionMapper
    Response quotaExceeded(QuotaExceededException exceeded) {
        String description = "The policy " + exceeded.policy() + " allows one caller " + exceeded.quota()
                + " live clients, which there are; delete one that is not needed any more";
        notes.ofCaller("access_denied", List.of());
        return JsonAnswer.of(403, ErrorBody.of("access_denied", description)).build();
    }

    /** No scope is named: which one chooses a policy is not told to whoever asks. */
    @ServerExceptionMapper
    Response noPolicy(NoPolicyException refused) {
        notes.ofCaller("access_denied", List.of());
        return JsonAnswer.of(
                        403,
                        ErrorBody.of(
                                "access_denied",
                                "There is no policy for this caller; ask for a token with a scope or claims for which"
                                        + " this service has one, or have its operator name one for all others"))
                .build();
    }

    /** No scope is named: with none could a client do it. */
    @ServerExceptionMapper
    Response protectedClient(ProtectedClientException refused) {
        notes.ofCaller("insufficient_scope", List.of());
        return challenged(403, "insufficient_scope", "An operator protected this client from deletion");
    }

    /** No scope is named: the tokens of this issuer have none. */
    @ServerExceptionMapper
    Response conditionsUnmet(ConditionsUnmetException refused) {
        notes.of(refused.caller(), "insufficient_scope");
        return challenged(
                403,
                "insufficient_scope",
                "No condition that this service has for the token's issuer matches the token");
    }

    @ServerExceptionMapper
    Response issuerUnavailable(IssuerUnavailableException away) {
        LOG.warnf("Access tokens cannot be judged: %s", rootMessage(away));
        return unavailable(
                "The keys of the token issuer cannot be fetched at the moment; send the request again later");
    }

    @ServerExceptionMapper
    Response tooManyRequests(TooManyRequestsException refused) {
        return JsonAnswer.of(429, ErrorBody.temporarilyUnavailable(refused.getMessage()))
                .header(HttpHeaders.RETRY_AFTER, refused.retryAfterSeconds())
                .build();
    }

    @ServerExceptionMapper
    Response storeUnavailable(StoreUnavailableException away) {
        LOG.warnf("The store is unavailable: %s", rootMessage(away));
        return unavailable("The client store is unavailable at the moment; send the request again later");
    }

    @ServerExceptionMapper
    Response capabilitiesUnavailable(CapabilitiesUnavailableException unknown) {
        LOG.warnf("Metadata cannot be judged: %s", unknown.getMessage());
        return unavailable("What the identity server can do is not known at the moment; send the request again later");
    }

    /** Whoever asks for what is not there, or not its own, is known by then (clients, initial access tokens). */
    @ServerExceptionMapper
    Response notFound(NotFoundException missing, RoutingContext context) {
        if (endpoints.of(context).filter(Endpoint::takesAccessTokens).isPresent()) {
            notes.ofCaller("not_found", List.of());
        }
        return JsonAnswer.of(404, ErrorBody.notFound()).build();
    }

    @ServerExceptionMapper
    Response otherwiseRefused(WebApplicationException refused) {
        return JsonAnswer.of(
                        refused.getResponse().getStatus(), ErrorBody.invalidRequest("The request cannot be served"))
                .build();
    }

    @ServerExceptionMapper
    Response failed(Exception failure) {
        LOG.error("A request failed", failure);
        return JsonAnswer.of(500, ErrorBody.of("server_error", "The service failed; its operators can see why"))
                .build();
    }

    private Response invalidToken() {
        return challenged(401, "invalid_token", "The access token is not valid");
    }

    private Response challenged(int status, String error, String description) {
        return JsonAnswer.of(status, ErrorBody.of(error, description))
                .header(HttpHeaders.WWW_AUTHENTICATE, challenge.error(error, description))
                .build();
    }

    private static Response unavailable(String description) {
        return JsonAnswer.of(503, ErrorBody.temporarilyUnavailable(description))
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .build();
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage()).lines().findFirst().orElse("");
    }
}
