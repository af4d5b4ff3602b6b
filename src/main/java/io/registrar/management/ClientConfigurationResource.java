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
import io.registrar.http.ResourcePath;
import io.registrar.registration.ClientInformation;
import io.registrar.store.ClientConfigurationStore;
import io.registrar.store.StoredClient;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** The client configuration endpoint (RFC 7592 section 2; OpenID Connect Dynamic Client Registration section 4). */
@Path(ResourcePath.REGISTRATION + "/{clientId}")
public class ClientConfigurationResource {

    private final SecurityIdentity identity;
    private final Callers callers;
    private final ClientConfigurationStore store;
    private final ClientInformation information;

    ClientConfigurationResource(
            SecurityIdentity identity, Callers callers, ClientConfigurationStore store, ClientInformation information) {
        this.identity = identity;
        this.callers = callers;
        this.store = store;
        this.information = information;
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
}
