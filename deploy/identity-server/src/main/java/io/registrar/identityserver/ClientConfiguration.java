package io.registrar.identityserver;

import java.time.Duration;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.JdbcRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** Who the clients are and how their secrets are compared. */
@Configuration(proxyBeanMethods = false)
class ClientConfiguration {

    private static final String SHA_256 = "SHA-256";

    /**
     * Reads {@code {SHA-256}}, as the store publishes secrets, and never wants another form: the stock encoder would,
     * and Spring answers that by saving the client, which a read-only login cannot.
     */
    @Bean
    @SuppressWarnings("deprecation") // Weak for people's passwords; these secrets are 256 random bits.
    PasswordEncoder clientSecrets() {
        return new DelegatingPasswordEncoder(
                SHA_256,
                Map.of(
                        SHA_256,
                        new org.springframework.security.crypto.password.MessageDigestPasswordEncoder(SHA_256)));
    }

    @Bean
    RegisteredClientRepository clients(IdentitySettings settings, PasswordEncoder clientSecrets, JdbcOperations store) {
        return new StaticThenRegisteredClients(
                new InMemoryRegisteredClientRepository(pipeline(settings, clientSecrets)),
                new JdbcRegisteredClientRepository(store));
    }

    @Bean
    PublishedMetadata metadata(JdbcOperations store) {
        return new PublishedMetadata(store);
    }

    /** The one client that cannot be registered: no client that Registrar accepts may have the registration scope. */
    private static RegisteredClient pipeline(IdentitySettings settings, PasswordEncoder clientSecrets) {
        return RegisteredClient.withId(settings.pipeline().id())
                .clientId(settings.pipeline().id())
                .clientSecret(clientSecrets.encode(settings.pipeline().secret()))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scope(settings.registration().scope())
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(Duration.ofMinutes(10))
                        .build())
                .build();
    }
}
