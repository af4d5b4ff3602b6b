package io.registrar.access;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.registrar.credential.Caller;
import io.registrar.credential.Secret;
import io.registrar.store.ClientConfigurationStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Recognises registration access tokens by their digest. An unknown one is let through as the token of no client, so that
 * it is refused where one of another client is, by the same check and in the same time (metadata reference, D.2).
 */
@ApplicationScoped
class RegistrationAccessTokens implements IdentityProvider<RegistrationAccessTokenRequest> {

    /** The identity's attribute that holds the presented token. */
    static final String TOKEN = "registration_access_token";

    /** The identity's attribute that holds the client that the token is bound to; one of no name for an unknown token. */
    static final String CALLER = "caller";

    private static final Caller NOBODY = Caller.client(Optional.empty(), Optional.empty());

    private final ClientConfigurationStore store;

    RegistrationAccessTokens(ClientConfigurationStore store) {
        this.store = store;
    }

    @Override
    public Class<RegistrationAccessTokenRequest> getRequestType() {
        return RegistrationAccessTokenRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            RegistrationAccessTokenRequest request, AuthenticationRequestContext context) {
        return context.runBlocking(() -> identify(request.token()));
    }

    private SecurityIdentity identify(Secret token) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal("registration access token"))
                .addAttribute(TOKEN, token)
                .addAttribute(CALLER, store.callerOf(token.digest()).orElse(NOBODY))
                .build();
    }
}
