package io.registrar.access;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;
import io.registrar.credential.Secret;

/** A registration access token that wants to be recognised. */
final class RegistrationAccessTokenRequest extends BaseAuthenticationRequest {

    private final Secret token;

    RegistrationAccessTokenRequest(Secret token) {
        this.token = token;
    }

    Secret token() {
        return token;
    }
}
