package io.registrar.clients;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.annotation.HttpAuthenticationMechanism;
import io.registrar.access.Callers;
import io.registrar.access.CredentialScheme;
import io.registrar.access.Permissions;
import io.registrar.access.Reach;
import io.registrar.audit.AuditEvent.Origin;
import io.registrar.credential.Caller;
import io.registrar.http.JsonRequestBody;
import io.registrar.http.RequestOrigin;
import io.registrar.http.ResourcePath;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** Another registration access token for a client that lost its own (extension). */
@Path(ResourcePath.CLIENT + "/registration-access-token")
public class RegistrationAccessTokenResource {

    private final SecurityIdentity identity;
    private final Callers callers;
    private final JsonRequestBody requestBody;
    private final TokenReissue reissue;

    RegistrationAccessTokenResource(
            SecurityIdentity identity, Callers callers, JsonRequestBody requestBody, TokenReissue reissue) {
        this.identity = identity;
        this.callers = callers;
        this.requestBody = requestBody;
        this.reissue = reissue;
    }

    @POST
    @HttpAuthenticationMechanism(CredentialScheme.ACCESS_TOKEN)
    @PermissionsAllowed(Permissions.MANAGE_CLIENTS)
    public Uni<Response> reissue(@PathParam(ResourcePath.CLIENT_ID) String clientId, RoutingContext context) {
        Caller caller = callers.callerOf(identity);
        Reach reach = callers.reachOf(identity);
        Origin origin = RequestOrigin.of(context);
        return requestBody.withoutBody(
                context,
                () -> reissue.reissue(clientId, caller, reach, origin).as(200).build());
    }
}
