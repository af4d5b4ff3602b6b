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
import io.registrar.http.PageQuery;
import io.registrar.http.RequestOrigin;
import io.registrar.http.ResourcePath;
import io.registrar.management.ClientDeletion;
import io.registrar.store.ClientConfigurationStore;
import io.registrar.store.ClientRecord;
import io.registrar.store.ClientRegistry;
import io.registrar.store.Page;
import io.registrar.store.PageRequest;
import io.registrar.store.StoredClient;
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
import java.util.List;
import java.util.Optional;

/**
 * The clients that a caller registered; for operators, all (extension): what they are and where they come from, without
 * their secrets. What is out of a caller's reach is not there.
 */
@Path(ResourcePath.CLIENTS)
public class ClientsResource {

    private final SecurityIdentity identity;
    private final Callers callers;
    private final JsonRequestBody requestBody;
    private final ClientRegistry registry;
    private final ClientConfigurationStore store;
    private final ClientDeletion deletion;

    ClientsResource(
            SecurityIdentity identity,
            Callers callers,
            JsonRequestBody requestBody,
            ClientRegistry registry,
            ClientConfigurationStore store,
            ClientDeletion deletion) {
        this.identity = identity;
        this.callers = callers;
        this.requestBody = requestBody;
        this.registry = registry;
        this.store = store;
        this.deletion = deletion;
    }

    @GET
    @Blocking
    @HttpAuthenticationMechanism(CredentialScheme.ACCESS_TOKEN)
    @PermissionsAllowed(Permissions.MANAGE_CLIENTS)
    public Response list(RoutingContext context) {
        PageRequest page = PageQuery.of(context);
        Reach reach = callers.reachOf(identity);
        return JsonAnswer.of(200, ClientRecordDocument.page(reached(reach, page)))
                .build();
    }

    private Page<ClientRecord> reached(Reach reach, PageRequest page) {
        boolean isNobodys = reach.owner().filter(owner -> !owner.isSomebody()).isPresent();
        return isNobodys ? new Page<>(List.of(), Optional.empty()) : registry.list(reach.owner(), page);
    }

    @GET
    @Path("/{client_id}")
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
    @Path("/{client_id}")
    @HttpAuthenticationMechanism(CredentialScheme.ACCESS_TOKEN)
    @PermissionsAllowed(Permissions.MANAGE_CLIENTS)
    public Uni<Response> delete(@PathParam(ResourcePath.CLIENT_ID) String clientId, RoutingContext context) {
        Caller caller = callers.callerOf(identity);
        Reach reach = callers.reachOf(identity);
        Origin origin = RequestOrigin.of(context);
        IfMatch ifMatch = IfMatch.of(context);
        return requestBody.withoutBody(context, () -> {
            if (!deletion.delete(() -> reached(reach, clientId), caller, origin, ifMatch)) {
                throw new NotFoundException();
            }
            return Response.noContent().build();
        });
    }

    private Optional<StoredClient> reached(Reach reach, String clientId) {
        return store.find(clientId).filter(found -> reach.includes(found.owner()));
    }
}
