package io.registrar.credential;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The one source of randomness: client ids, client secrets and tokens in base64url without padding, an alphabet that
 * HTTP Basic's form-encoding leaves alone (RFC 6749 section 2.3.1; metadata reference, J.1).
 */
@Singleton
public final class RandomCredentials {

    /** Marks a registration access token, for this service's own routing and for secret scanners. */
    public static final String REGISTRATION_ACCESS_TOKEN_PREFIX = "rat_";

    /** Marks an initial access token. */
    public static final String INITIAL_ACCESS_TOKEN_PREFIX = "iat_";

    private static final int SECRET_OCTETS = 32;
    private static final int CLIENT_ID_OCTETS = 16;

    private final SecureRandom random;

    @Inject
    public RandomCredentials() {
        this(new SecureRandom());
    }

    /** @param random what all values are drawn from; a test may fix it */
    public RandomCredentials(SecureRandom random) {
        this.random = random;
    }

    /** 128 random bits in 22 characters: unique, never URL-shaped, not secret (metadata reference, A.2). */
    public String clientId() {
        return base64url(CLIENT_ID_OCTETS);
    }

    /** 256 random bits in 43 characters. */
    public Secret clientSecret() {
        return Secret.of(base64url(SECRET_OCTETS));
    }

    /** 256 random bits in 43 characters behind {@value #REGISTRATION_ACCESS_TOKEN_PREFIX}. */
    public Secret registrationAccessToken() {
        return Secret.of(REGISTRATION_ACCESS_TOKEN_PREFIX + base64url(SECRET_OCTETS));
    }

    /** 128 random bits in 22 characters: how operators name an initial access token; not secret. */
    public String initialAccessTokenId() {
        return base64url(CLIENT_ID_OCTETS);
    }

    /** 256 random bits in 43 characters behind {@value #INITIAL_ACCESS_TOKEN_PREFIX}. */
    public Secret initialAccessToken() {
        return Secret.of(INITIAL_ACCESS_TOKEN_PREFIX + base64url(SECRET_OCTETS));
    }

    private String base64url(int octets) {
        byte[] drawn = new byte[octets];
        random.nextBytes(drawn);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(drawn);
    }
}
