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
import io.registrar.http.IfMatch;
import io.registrar.http.JsonAnswer;
import io.registrar.http.JsonRequestBody;
import io.registrar.http.RequestOrigin;
import io.registrar.http.ResourcePath;
import io.registrar.store.ClientRecord;
import io.registrar.store.ClientRegistry;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/**
 * One client, for whoever registered it and for operators (extension): what it is and where it comes from, without its
 * secrets. What is out of a caller's reach is not there.
 */
@Path(ResourcePath.CLIENT)
public class ClientResource {

    private final SecurityIdentity identity;
    private final Callers callers;
    private final JsonRequestBody requestBody;
    private final ClientRegistry registry;
    private final OwnersDeletion deletion;

    ClientResource(
            SecurityIdentity identity,
            Callers callers,
            JsonRequestBody requestBody,
            ClientRegistry registry,
            OwnersDeletion deletion) {
        this.identity = identity;
        this.callers = callers;
        this.requestBody = requestBody;
        this.registry = registry;
        this.deletion = deletion;
    }

    @GET
    @Blocking
    @HttpAuthenticationMechanism(CredentialScheme.ACCESS_TOKEN)
    @PermissionsAllowed(Permissions.MANAGE_CLIENTS)
    public Response read(@PathParam(ResourcePath.CLIENT_ID) String clientId) {
        Reach reach = callers.reachOf(identity);
        ClientRecord client = registry.record(clientId)
                .filter(found -> reach.includes(found.owner()))
                .orElseThrow(NotFoundException::new);
        return JsonAnswer.of(200, ClientRecordDocument.one(client))
                .header(HttpHeaders.ETAG, IfMatch.tagOf(client.version()))
                .build();
    }

    @DELETE
    @HttpAuthenticationMechanism(CredentialScheme.ACCESS_TOKEN)
    @PermissionsAllowed(Permissions.MANAGE_CLIENTS)
    public Uni<Response> delete(@PathParam(ResourcePath.CLIENT_ID) String clientId, RoutingContext context) {
        Caller caller = callers.callerOf(identity);
        Reach reach = callers.reachOf(identity);
        Origin origin = RequestOrigin.of(context);
        IfMatch ifMatch = IfMatch.of(context);
        return requestBody.withoutBody(context, () -> {
            deletion.delete(clientId, caller, reach, origin, ifMatch);
            return Response.noContent().build();
        });
    }
}
