package io.registrar.access;

import io.quarkus.security.AuthenticationFailedException;
import io.registrar.credential.Caller;
import io.registrar.credential.CredentialKind;
import io.registrar.credential.InitialAccessToken;
import io.registrar.credential.RandomCredentials;
import io.registrar.credential.Secret;
import io.registrar.metadata.TrustTier;
import io.registrar.store.InitialAccessTokenStore;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Tokens that operators hand out for registering (RFC 7591 section 1.2; metadata reference, E.1). Looking one up takes no
 * use of it: that is the registration's matter.
 */
@Singleton
class InitialAccessTokens implements RegistrationCredential {

    private final InitialAccessTokenStore store;

    InitialAccessTokens(InitialAccessTokenStore store) {
        this.store = store;
    }

    @Override
    public CredentialKind kind() {
        return CredentialKind.INITIAL_ACCESS_TOKEN;
    }

    @Override
    public boolean recognises(BearerCredential credential) {
        return credential.hasPrefix(RandomCredentials.INITIAL_ACCESS_TOKEN_PREFIX);
    }

    @Override
    public Uni<Admission> judge(PresentedCredential presented) {
        Secret token = Secret.of(presented.token());
        return presented.blocking(
                () -> admission(store.usable(token.digest()).orElseThrow(AuthenticationFailedException::new)));
    }

    private static Admission admission(InitialAccessToken token) {
        Caller holder = new Caller(
                CredentialKind.INITIAL_ACCESS_TOKEN,
                Optional.empty(),
                // Whoever holds the token is one caller: what is counted for a caller is counted for it.
                Optional.of(token.id()),
                Optional.empty(),
                Optional.of(token.id()),
                Optional.of(token.policy()));
        return Admission.toRegister(holder, TrustTier.AUTHENTICATED).within(token.tenant(), token.limits());
    }
}
