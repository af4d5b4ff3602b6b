package io.registrar.management;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.PermissionsAllowed;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.annotation.HttpAuthenticationMechanism;
import io.registrar.access.Callers;
import io.registrar.access.CredentialScheme;
import io.registrar.access.Permissions;
import io.registrar.credential.Secret;
import io.registrar.http.JsonAnswer;
import io.registrar.http.JsonRequestBody;
import io.registrar.http.RequestOrigin;
import io.registrar.http.RequestRefusedException;
import io.registrar.http.ResourcePath;
import io.registrar.registration.ClientInformation;
import io.registrar.store.ClientConfigurationStore;
import io.registrar.store.StoredClient;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** The client configuration endpoint (RFC 7592 section 2; OpenID Connect Dynamic Client Registration section 4). */
@Path(ResourcePath.REGISTRATION + "/{clientId}")
public class ClientConfigurationResource {

    private static final String ROTATE_SECRET = "rotate_secret";

    private final SecurityIdentity identity;
    private final Callers callers;
    private final ClientConfigurationStore store;
    private final ClientInformation information;
    private final JsonRequestBody requestBody;
    private final ClientUpdate update;

    ClientConfigurationResource(
            SecurityIdentity identity,
            Callers callers,
            ClientConfigurationStore store,
            ClientInformation information,
            JsonRequestBody requestBody,
            ClientUpdate update) {
        this.identity = identity;
        this.callers = callers;
        this.store = store;
        this.information = information;
        this.requestBody = requestBody;
        this.update = update;
    }

    @GET
    @Blocking
    @HttpAuthenticationMechanism(CredentialScheme.REGISTRATION_ACCESS_TOKEN)
    @PermissionsAllowed(Permissions.CONFIGURE)
    public Response read(@PathParam("clientId") String clientId) {
        Secret token = callers.registrationAccessTokenOf(identity);
        // Gone between the look-up of its token and this one: the same answer as for a token of no client (D.2).
        StoredClient client = store.find(clientId).orElseThrow(AuthenticationFailedException::new);
        return JsonAnswer.of(200, information.read(client, token)).build();
    }

    @PUT
    @HttpAuthenticationMechanism(CredentialScheme.REGISTRATION_ACCESS_TOKEN)
    @PermissionsAllowed(Permissions.CONFIGURE)
    public Uni<Response> update(@PathParam("clientId") String clientId, RoutingContext context) {
        UpdateRequest request = new UpdateRequest(
                clientId,
                callers.callerOf(identity),
                callers.registrationAccessTokenOf(identity),
                RequestOrigin.of(context),
                isSet(context, ROTATE_SECRET));
        return requestBody.read(context).flatMap(body -> Uni.createFrom()
                .item(() -> JsonAnswer.of(200, update.update(request, body)).build())
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()));
    }

    private static boolean isSet(RoutingContext context, String parameter) {
        List<String> values = context.queryParam(parameter);
        if (values.isEmpty() || values.equals(List.of("false"))) {
            return false;
        }
        if (values.equals(List.of("true"))) {
            return true;
        }
        throw RequestRefusedException.badRequest(parameter + " must be true or false, once");
    }
}
