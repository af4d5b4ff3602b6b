package io.registrar.access;

import io.quarkus.security.PermissionChecker;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** What an authenticated caller may do; resources name these permissions in their annotations. */
@ApplicationScoped
public class Permissions {

    /** Register clients: the access token has the registration scope. */
    public static final String REGISTER = "register";

    /** Use a client configuration endpoint: the token is bound to the client that the path names (RFC 7592 section 3). */
    public static final String CONFIGURE = "configure";

    private final AccessSettings settings;
    private final Callers callers;

    Permissions(AccessSettings settings, Callers callers) {
        this.settings = settings;
        this.callers = callers;
    }

    @PermissionChecker(REGISTER)
    boolean mayRegister(SecurityIdentity identity) {
        return callers.scopesOf(identity).contains(settings.registrationScope());
    }

    @PermissionChecker(CONFIGURE)
    boolean mayConfigure(SecurityIdentity identity, String clientId) {
        return MessageDigest.isEqual(
                identity.getPrincipal().getName().getBytes(StandardCharsets.UTF_8),
                clientId.getBytes(StandardCharsets.UTF_8));
    }
}
