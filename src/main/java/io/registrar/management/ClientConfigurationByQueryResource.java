package io.registrar.management;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.vertx.http.runtime.security.annotation.HttpAuthenticationMechanism;
import io.registrar.access.CredentialScheme;
import io.registrar.access.Permissions;
import io.registrar.http.ResourcePath;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

/** The same endpoint by its other form, {@code ?client_id=}, which is taken but never issued (reference, D.8). */
@Path(ResourcePath.REGISTRATION)
public class ClientConfigurationByQueryResource {

    private final ClientConfigurationEndpoint endpoint;

    ClientConfigurationByQueryResource(ClientConfigurationEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    @GET
    @Blocking
    @HttpAuthenticationMechanism(CredentialScheme.REGISTRATION_ACCESS_TOKEN)
    @PermissionsAllowed(Permissions.CONFIGURE)
    public Response read(@QueryParam(ResourcePath.CLIENT_ID) String clientId) {
        return endpoint.read();
    }

    @PUT
    @HttpAuthenticationMechanism(CredentialScheme.REGISTRATION_ACCESS_TOKEN)
    @PermissionsAllowed(Permissions.CONFIGURE)
    public Uni<Response> update(@QueryParam(ResourcePath.CLIENT_ID) String clientId, RoutingContext context) {
        return endpoint.update(clientId, context);
    }

    @DELETE
    @HttpAuthenticationMechanism(CredentialScheme.REGISTRATION_ACCESS_TOKEN)
    @PermissionsAllowed(Permissions.CONFIGURE)
    public Uni<Response> delete(@QueryParam(ResourcePath.CLIENT_ID) String clientId, RoutingContext context) {
        return endpoint.delete(clientId, context);
    }
}
