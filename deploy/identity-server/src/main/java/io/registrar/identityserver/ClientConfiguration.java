package io.registrar.identityserver;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
                new InMemoryRegisteredClientRepository(configured(settings, clientSecrets)),
                new JdbcRegisteredClientRepository(store));
    }

    @Bean
    PublishedMetadata metadata(JdbcOperations store) {
        return new PublishedMetadata(store);
    }

    /** Those that cannot be registered: no client that Registrar accepts may have these scopes. */
    private static List<RegisteredClient> configured(IdentitySettings settings, PasswordEncoder clientSecrets) {
        List<RegisteredClient> clients = new ArrayList<>();
        IdentitySettings.Pipeline pipeline = settings.pipeline();
        clients.add(machine(
                pipeline.id(),
                clientSecrets.encode(pipeline.secret()),
                settings.registration().scope()));
        IdentitySettings.Operator operator = settings.operator();
        if (operator != null) {
            clients.add(machine(
                    operator.id(),
                    clientSecrets.encode(operator.secret()),
                    settings.registration().operatorScope()));
        }
        return clients;
    }

    private static RegisteredClient machine(String id, String secret, String scope) {
        return RegisteredClient.withId(id)
                .clientId(id)
                .clientSecret(secret)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scope(scope)
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(Duration.ofMinutes(10))
                        .build())
                .build();
    }
}
