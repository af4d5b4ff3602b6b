package io.registrar.access;

import io.quarkus.security.PermissionChecker;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;

/** What an authenticated caller may do; resources name these permissions in their annotations. */
@ApplicationScoped
public class Permissions {

    /** Register clients: the access token has the registration scope. */
    public static final String REGISTER = "register";

    /** Manage registered clients: the access token has the registration scope or the operators' scope. */
    public static final String MANAGE_CLIENTS = "manage-clients";

    /** Use a client configuration endpoint: the token is bound to the client that the path names (RFC 7592 section 3). */
    public static final String CONFIGURE = "configure";

    /** As long as an identifier, and none. */
    private static final String NOBODY = "-".repeat(22);

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

    @PermissionChecker(MANAGE_CLIENTS)
    boolean mayManageClients(SecurityIdentity identity) {
        Set<String> scopes = callers.scopesOf(identity);
        return scopes.contains(settings.registrationScope()) || scopes.contains(settings.operatorScope());
    }

    @PermissionChecker(CONFIGURE)
    boolean mayConfigure(SecurityIdentity identity, String clientId) {
        Optional<String> boundTo = Callers.boundTo(identity);
        boolean isNamed = MessageDigest.isEqual(
                boundTo.orElse(NOBODY).getBytes(StandardCharsets.UTF_8), clientId.getBytes(StandardCharsets.UTF_8));
        return isNamed && boundTo.isPresent();
    }
}
