package io.registrar.clients;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.annotation.HttpAuthenticationMechanism;
import io.registrar.access.Callers;
import io.registrar.access.CredentialScheme;
import io.registrar.access.Permissions;
import io.registrar.access.Reach;
import io.registrar.http.JsonAnswer;
import io.registrar.http.PageQuery;
import io.registrar.http.ResourcePath;
import io.registrar.store.ClientRecord;
import io.registrar.store.ClientRegistry;
import io.registrar.store.Page;
import io.registrar.store.PageRequest;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;

/** The clients that a caller registered; for operators, all (extension). */
@Path(ResourcePath.CLIENTS)
public class ClientsResource {

    private final SecurityIdentity identity;
    private final Callers callers;
    private final ClientRegistry registry;

    ClientsResource(SecurityIdentity identity, Callers callers, ClientRegistry registry) {
        this.identity = identity;
        this.callers = callers;
        this.registry = registry;
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
}
