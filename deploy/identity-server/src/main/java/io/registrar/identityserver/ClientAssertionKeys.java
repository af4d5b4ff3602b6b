package io.registrar.identityserver;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import java.text.ParseException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.authentication.JwtClientAssertionDecoderFactory;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/**
 * What verifies the assertions of {@code private_key_jwt}: the keys that the client registered by value, or else the
 * stock decoder with those behind its {@code jwks_uri}. The claims are judged by the stock validators either way.
 */
final class ClientAssertionKeys implements JwtDecoderFactory<RegisteredClient> {

    private final PublishedMetadata metadata;
    private final JwtClientAssertionDecoderFactory stock = new JwtClientAssertionDecoderFactory();

    ClientAssertionKeys(PublishedMetadata metadata) {
        this.metadata = metadata;
    }

    @Override
    public JwtDecoder createDecoder(RegisteredClient client) {
        // Without an algorithm of public keys the stock decoder refuses the client.
        if (client.getClientSettings().getTokenEndpointAuthenticationSigningAlgorithm()
                instanceof SignatureAlgorithm algorithm) {
            return metadata.jwks(client.getClientId())
                    .map(keys -> byValue(client, algorithm, keys))
                    .orElseGet(() -> byAddress(client, algorithm));
        }
        return stock.createDecoder(client);
    }

    private static JwtDecoder byValue(RegisteredClient client, SignatureAlgorithm algorithm, String keys) {
        // Public keys only: Nimbus skips types that it does not know, and a secret in the set verifies nothing.
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(
                        new ImmutableJWKSet<>(parsed(keys).toPublicJWKSet()))
                .jwsAlgorithm(algorithm)
                .build();
        decoder.setJwtValidator(JwtClientAssertionDecoderFactory.DEFAULT_JWT_VALIDATOR_FACTORY.apply(client));
        return decoder;
    }

    /** The stock factory keeps a decoder for ever under the client's id, even when the client moves its keys. */
    private JwtDecoder byAddress(RegisteredClient client, SignatureAlgorithm algorithm) {
        String settings = client.getId() + ' ' + algorithm + ' ' + client.getClientSettings().getJwkSetUrl();
        return stock.createDecoder(RegisteredClient.from(client).id(settings).build());
    }

    private static JWKSet parsed(String keys) {
        try {
            return JWKSet.parse(keys);
        } catch (ParseException e) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
        }
    }
}
