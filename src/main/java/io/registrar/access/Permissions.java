package io.registrar.access;

import io.quarkus.security.PermissionChecker;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import org.jboss.logging.Logger;

/** What an authenticated caller may do; resources name these permissions in their annotations. */
@ApplicationScoped
public class Permissions {

    /** Register clients: the access token has the registration scope. */
    public static final String REGISTER = "register";

    /** Manage registered clients: the access token has the registration scope or the operators' scope. */
    public static final String MANAGE_CLIENTS = "manage-clients";

    /** Use a client configuration endpoint: the token is bound to the client that the path names (RFC 7592 section 3). */
    public static final String CONFIGURE = "configure";

    private static final Logger LOG = Logger.getLogger(Permissions.class);

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
        String boundTo = identity.getPrincipal().getName();
        boolean mayConfigure = MessageDigest.isEqual(
                boundTo.getBytes(StandardCharsets.UTF_8), clientId.getBytes(StandardCharsets.UTF_8));
        if (!mayConfigure) {
            LOG.warnf(
                    "token.mismatch: the registration access token of client %s was sent for another client", boundTo);
        }
        return mayConfigure;
    }
}
