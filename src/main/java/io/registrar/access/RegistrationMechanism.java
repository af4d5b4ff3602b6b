package io.registrar.access;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Set;

/** Authenticates callers of the registration endpoint, by whichever kind of credential the deployment admits. */
@Singleton
class RegistrationMechanism extends BearerMechanism {

    private final RegistrationCredentials kinds;

    RegistrationMechanism(RegistrationCredentials kinds) {
        super(CredentialScheme.REGISTRATION);
        this.kinds = kinds;
    }

    /** Without a credential there may still be a kind: open registration. */
    @Override
    protected Uni<SecurityIdentity> withoutCredential(RoutingContext context, IdentityProviderManager identities) {
        return kinds.kindOf(BearerCredential.NONE)
                .map(kind -> judgeAs(kind, BearerCredential.NONE, context, identities))
                .orElseGet(() -> super.withoutCredential(context, identities));
    }

    @Override
    protected Uni<SecurityIdentity> judge(
            BearerCredential credential, RoutingContext context, IdentityProviderManager identities) {
        return kinds.kindOf(credential)
                .map(kind -> judgeAs(kind, credential, context, identities))
                .orElseGet(Rejection::invalid);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(PresentedCredential.Request.class);
    }
}
