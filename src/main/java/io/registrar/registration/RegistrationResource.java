package io.registrar.registration;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.annotation.HttpAuthenticationMechanism;
import io.registrar.access.Admission;
import io.registrar.access.Callers;
import io.registrar.access.CredentialScheme;
import io.registrar.access.Permissions;
import io.registrar.audit.AuditEvent.Origin;
import io.registrar.http.JsonRequestBody;
import io.registrar.http.ManagementSettings;
import io.registrar.http.RequestOrigin;
import io.registrar.http.ResourcePath;
import io.registrar.http.ServiceAddress;
import io.registrar.metadata.policy.Entitlement;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;

/** The registration endpoint (RFC 7591 section 3). */
@Path(ResourcePath.REGISTRATION)
public class RegistrationResource {

    private final SecurityIdentity identity;
    private final Callers callers;
    private final Entitlements entitlements;
    private final JsonRequestBody requestBody;
    private final Registration registration;
    private final ServiceAddress address;
    private final ManagementSettings management;

    RegistrationResource(
            SecurityIdentity identity,
            Callers callers,
            Entitlements entitlements,
            JsonRequestBody requestBody,
            Registration registration,
            ServiceAddress address,
            ManagementSettings management) {
        this.identity = identity;
        this.callers = callers;
        this.entitlements = entitlements;
        this.requestBody = requestBody;
        this.registration = registration;
        this.address = address;
        this.management = management;
    }

    @POST
    @HttpAuthenticationMechanism(CredentialScheme.REGISTRATION)
    @PermissionsAllowed(Permissions.REGISTER)
    public Uni<Response> register(RoutingContext context) {
        Admission admission = callers.admissionOf(identity);
        Entitlement entitlement = entitlements.of(admission);
        Origin origin = RequestOrigin.of(context);
        return requestBody.readThen(
                context, body -> answer(registration.register(admission, entitlement, origin, body)));
    }

    private Response answer(ClientInformationResponse registered) {
        ResponseBuilder answer = registered.as(201);
        if (management.enabled()) {
            answer.header(HttpHeaders.LOCATION, address.registrationClientUri(registered.clientId()));
        }
        return answer.build();
    }
}
