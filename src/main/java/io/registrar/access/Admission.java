package io.registrar.access;

import io.quarkus.security.identity.SecurityIdentity;
import io.registrar.credential.Caller;
import io.registrar.metadata.TrustTier;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What an accepted credential says and allows: the one result of every kind of credential, carried by the request's
 * identity.
 *
 * @param caller who sent the request, with the registration policy that binds what the request registers
 * @param tier how far the caller is trusted with sensitive metadata
 * @param permissions what the caller may do, in the names of {@link Permissions}
 * @param reach which clients the caller may see and manage
 * @param tenant the label that the caller's clients get; empty for none
 * @param limits bounds beyond the policy, a JSON object; they stay with the caller's clients
 */
public record Admission(
        Caller caller, TrustTier tier, Set<String> permissions, Reach reach, String tenant, Optional<String> limits) {

    /** The identity's attribute that holds it. */
    static final String ATTRIBUTE = Admission.class.getName();

    public Admission {
        Objects.requireNonNull(caller);
        Objects.requireNonNull(tier);
        permissions = Set.copyOf(permissions);
        Objects.requireNonNull(reach);
        Objects.requireNonNull(tenant);
        Objects.requireNonNull(limits);
    }

    /** For a credential that says nothing of tenants and no bounds of its own. */
    public Admission(Caller caller, TrustTier tier, Set<String> permissions, Reach reach) {
        this(caller, tier, permissions, reach, "", Optional.empty());
    }

    /** For a caller who may register clients and nothing else. */
    public static Admission toRegister(Caller caller, TrustTier tier) {
        return new Admission(caller, tier, Set.of(Permissions.REGISTER), new Reach.OwnClients(caller.asOwner()));
    }

    /** The same with what a credential says of tenant and bounds. */
    Admission within(String clientsTenant, Optional<String> clientsLimits) {
        return new Admission(caller, tier, permissions, reach, clientsTenant, clientsLimits);
    }

    /** Whether the caller may do that. */
    public boolean allows(String permission) {
        return permissions.contains(permission);
    }

    static Optional<Admission> of(SecurityIdentity identity) {
        return Optional.ofNullable(identity.getAttribute(ATTRIBUTE));
    }
}
