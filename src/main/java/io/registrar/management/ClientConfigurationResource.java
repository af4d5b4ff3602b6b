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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** The client configuration endpoint (RFC 7592 section 2; OpenID Connect Dynamic Client Registration section 4). */
@Path(ResourcePath.REGISTRATION + "/{clientId}")
public class ClientConfigurationResource {

    private final ClientConfigurationEndpoint endpoint;

    ClientConfigurationResource(ClientConfigurationEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    @GET
    @Blocking
    @HttpAuthenticationMechanism(CredentialScheme.REGISTRATION_ACCESS_TOKEN)
    @PermissionsAllowed(Permissions.CONFIGURE)
    public Response read(@PathParam("clientId") String clientId) {
        return endpoint.read();
    }

    @PUT
    @HttpAuthenticationMechanism(CredentialScheme.REGISTRATION_ACCESS_TOKEN)
    @PermissionsAllowed(Permissions.CONFIGURE)
    public Uni<Response> update(@PathParam("clientId") String clientId, RoutingContext context) {
        return endpoint.update(clientId, context);
    }

    @DELETE
    @HttpAuthenticationMechanism(CredentialScheme.REGISTRATION_ACCESS_TOKEN)
    @PermissionsAllowed(Permissions.CONFIGURE)
    public Uni<Response> delete(@PathParam("clientId") String clientId, RoutingContext context) {
        return endpoint.delete(clientId, context);
    }
}
