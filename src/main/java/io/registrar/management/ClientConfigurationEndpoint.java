package io.registrar.management;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.registrar.access.Callers;
import io.registrar.credential.Caller;
import io.registrar.credential.Secret;
import io.registrar.http.CallerLimit;
import io.registrar.http.IfMatch;
import io.registrar.http.JsonRequestBody;
import io.registrar.http.QueryParameters;
import io.registrar.http.RequestOrigin;
import io.registrar.registration.ClientInformation;
import io.registrar.store.ClientConfigurationStore;
import io.registrar.store.StoredClient;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

/** The client configuration endpoint, whichever of its two forms a request names it by. */
@ApplicationScoped
class ClientConfigurationEndpoint {

    private static final String ROTATE_SECRET = "rotate_secret";

    private final SecurityIdentity identity;
    private final Callers callers;
    private final CallerLimit limit;
    private final JsonRequestBody requestBody;
    private final ClientConfigurationStore store;
    private final ClientInformation information;
    private final ClientUpdate update;
    private final ClientDeletion deletion;

    ClientConfigurationEndpoint(
            SecurityIdentity identity,
            Callers callers,
            CallerLimit limit,
            JsonRequestBody requestBody,
            ClientConfigurationStore store,
            ClientInformation information,
            ClientUpdate update,
            ClientDeletion deletion) {
        this.identity = identity;
        this.callers = callers;
        this.limit = limit;
        this.requestBody = requestBody;
        this.store = store;
        this.information = information;
        this.update = update;
        this.deletion = deletion;
    }

    /** Blocks. */
    Response read() {
        limit.take(callers.callerOf(identity));
        Secret token = callers.registrationAccessTokenOf(identity);
        // Gone between the look-up of its token and this one: the same answer as for a token of no client (D.2).
        StoredClient client = store.find(token.digest()).orElseThrow(AuthenticationFailedException::new);
        return information.read(client, token).as(200).build();
    }

    Uni<Response> update(String clientId, RoutingContext context) {
        ManagementRequest request = request(clientId, context);
        boolean rotateSecret = QueryParameters.isTrue(context, ROTATE_SECRET);
        return requestBody.readThen(context, body -> update.update(new UpdateRequest(request, rotateSecret, body))
                .as(200)
                .build());
    }

    Uni<Response> delete(String clientId, RoutingContext context) {
        ManagementRequest request = request(clientId, context);
        return requestBody.withoutBody(context, () -> {
            // Gone since its token was looked up: the same answer as for a token of no client (D.2).
            if (!deletion.delete(
                    () -> store.find(request.token().digest()),
                    request.caller(),
                    request.origin(),
                    request.ifMatch())) {
                throw new AuthenticationFailedException();
            }
            return Response.noContent().build();
        });
    }

    private ManagementRequest request(String clientId, RoutingContext context) {
        Caller caller = callers.callerOf(identity);
        limit.take(caller);
        return new ManagementRequest(
                clientId,
                caller,
                callers.registrationAccessTokenOf(identity),
                RequestOrigin.of(context),
                IfMatch.of(context));
    }
}
