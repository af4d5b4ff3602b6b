package io.registrar.registration;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.annotation.HttpAuthenticationMechanism;
import io.registrar.access.Callers;
import io.registrar.access.CredentialScheme;
import io.registrar.access.Permissions;
import io.registrar.http.JsonAnswer;
import io.registrar.http.ResourcePath;
import io.registrar.metadata.ClientMetadataValidator;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Tells a caller what it may register: an extension, for portals and for people who were refused. */
@Path(ResourcePath.POLICY)
public class RegistrationPolicyResource {

    private final SecurityIdentity identity;
    private final Callers callers;
    private final Entitlements entitlements;
    private final ClientMetadataValidator validator;

    RegistrationPolicyResource(
            SecurityIdentity identity, Callers callers, Entitlements entitlements, ClientMetadataValidator validator) {
        this.callers = callers;
        this.identity = identity;
        this.entitlements = entitlements;
        this.validator = validator;
    }

    @GET
    @Blocking
    @HttpAuthenticationMechanism(CredentialScheme.REGISTRATION)
    @PermissionsAllowed(Permissions.REGISTER)
    public Response describe() {
        return JsonAnswer.of(200, JsonAnswer.render(validator.describe(entitlements.of(callers.admissionOf(identity)))))
                .build();
    }
}
