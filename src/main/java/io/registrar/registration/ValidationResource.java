package io.registrar.registration;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.annotation.HttpAuthenticationMechanism;
import io.registrar.access.Admission;
import io.registrar.access.Callers;
import io.registrar.access.CredentialScheme;
import io.registrar.access.Permissions;
import io.registrar.http.JsonAnswer;
import io.registrar.http.JsonRequestBody;
import io.registrar.http.ResourcePath;
import io.registrar.metadata.policy.Entitlement;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/**
 * Says what a registration would come to, and registers nothing: an extension, for pipelines that want to know before
 * they change anything. It asks for the same credential, because it tells what the deployment admits.
 */
@Path(ResourcePath.VALIDATION)
public class ValidationResource {

    private final SecurityIdentity identity;
    private final Callers callers;
    private final Entitlements entitlements;
    private final JsonRequestBody requestBody;
    private final Registration registration;

    ValidationResource(
            SecurityIdentity identity,
            Callers callers,
            Entitlements entitlements,
            JsonRequestBody requestBody,
            Registration registration) {
        this.identity = identity;
        this.callers = callers;
        this.entitlements = entitlements;
        this.requestBody = requestBody;
        this.registration = registration;
    }

    @POST
    @HttpAuthenticationMechanism(CredentialScheme.REGISTRATION)
    @PermissionsAllowed(Permissions.REGISTER)
    public Uni<Response> validate(RoutingContext context) {
        Admission admission = callers.admissionOf(identity);
        Entitlement entitlement = entitlements.of(admission);
        return requestBody.readThen(
                context, body -> JsonAnswer.of(200, registration.validate(admission.caller(), entitlement, body))
                        .build());
    }
}
