package io.registrar.clients;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.annotation.HttpAuthenticationMechanism;
import io.registrar.access.Callers;
import io.registrar.access.CredentialScheme;
import io.registrar.access.Permissions;
import io.registrar.audit.AuditEvent.Origin;
import io.registrar.credential.Caller;
import io.registrar.http.IfMatch;
import io.registrar.http.JsonRequestBody;
import io.registrar.http.RequestOrigin;
import io.registrar.http.ResourcePath;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** Whether a client is disabled, for operators (extension): put there and taken away, as often as one likes. */
@Path(ResourcePath.CLIENT_DISABLED)
public class ClientDisabledResource {

    private final SecurityIdentity identity;
    private final Callers callers;
    private final JsonRequestBody requestBody;
    private final ClientSuspension suspension;

    ClientDisabledResource(
            SecurityIdentity identity, Callers callers, JsonRequestBody requestBody, ClientSuspension suspension) {
        this.identity = identity;
        this.callers = callers;
        this.requestBody = requestBody;
        this.suspension = suspension;
    }

    @PUT
    @HttpAuthenticationMechanism(CredentialScheme.ACCESS_TOKEN)
    @PermissionsAllowed(Permissions.OPERATE)
    public Uni<Response> disable(@PathParam(ResourcePath.CLIENT_ID) String clientId, RoutingContext context) {
        return change(false, clientId, context);
    }

    @DELETE
    @HttpAuthenticationMechanism(CredentialScheme.ACCESS_TOKEN)
    @PermissionsAllowed(Permissions.OPERATE)
    public Uni<Response> enable(@PathParam(ResourcePath.CLIENT_ID) String clientId, RoutingContext context) {
        return change(true, clientId, context);
    }

    private Uni<Response> change(boolean enabled, String clientId, RoutingContext context) {
        Caller caller = callers.callerOf(identity);
        Origin origin = RequestOrigin.of(context);
        IfMatch ifMatch = IfMatch.of(context);
        return requestBody.withoutBody(context, () -> {
            suspension.change(new SuspensionRequest(clientId, enabled, caller, origin, ifMatch));
            return Response.noContent().build();
        });
    }
}
