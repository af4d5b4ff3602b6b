package io.registrar.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.registrar.credential.Secret;
import io.registrar.store.ClientConfigurationStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Recognises registration access tokens by their digest. Every refusal, of an unknown token or of one that is bound to
 * another client, comes after this one look-up and no other, so that neither answer nor time tells them apart
 * (metadata reference, D.2).
 */
@ApplicationScoped
class RegistrationAccessTokens implements IdentityProvider<RegistrationAccessTokenRequest> {

    /** The identity's attribute that holds the presented token. */
    static final String TOKEN = "registration_access_token";

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
        String clientId = store.clientOf(token.digest()).orElseThrow(AuthenticationFailedException::new);
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(clientId))
                .addAttribute(TOKEN, token)
                .build();
    }
}
