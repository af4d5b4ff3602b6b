package io.registrar.access;

import io.quarkus.security.PermissionChecker;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/** What an authenticated caller may do; resources name these permissions in their annotations. */
@ApplicationScoped
public class Permissions {

    /** Register clients: an access token has the registration scope, other credentials are for nothing else. */
    public static final String REGISTER = "register";

    /** Manage registered clients: the access token has the registration scope or the operators' scope. */
    public static final String MANAGE_CLIENTS = "manage-clients";

    /** Do what operators do: the access token has the operators' scope. */
    public static final String OPERATE = "operate";

    /** Use a client configuration endpoint: the token is bound to the client that the path names (RFC 7592 section 3). */
    public static final String CONFIGURE = "configure";

    /** As long as an identifier, and none. */
    private static final String NOBODY = "-".repeat(22);

    @PermissionChecker(REGISTER)
    boolean mayRegister(SecurityIdentity identity) {
        return allows(identity, REGISTER);
    }

    @PermissionChecker(MANAGE_CLIENTS)
    boolean mayManageClients(SecurityIdentity identity) {
        return allows(identity, MANAGE_CLIENTS);
    }

    @PermissionChecker(OPERATE)
    boolean mayOperate(SecurityIdentity identity) {
        return allows(identity, OPERATE);
    }

    private static boolean allows(SecurityIdentity identity, String permission) {
        return Admission.of(identity)
                .filter(admission -> admission.allows(permission))
                .isPresent();
    }

    @PermissionChecker(CONFIGURE)
    boolean mayConfigure(SecurityIdentity identity, String clientId) {
        Optional<String> boundTo = Callers.boundTo(identity);
        boolean isNamed = MessageDigest.isEqual(
                boundTo.orElse(NOBODY).getBytes(StandardCharsets.UTF_8), clientId.getBytes(StandardCharsets.UTF_8));
        return isNamed && boundTo.isPresent();
    }
}
