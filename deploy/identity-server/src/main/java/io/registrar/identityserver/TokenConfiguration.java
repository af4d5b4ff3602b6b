package io.registrar.identityserver;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Instant;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/** What the tokens say and what signs them. Codes and refresh tokens live in memory, never in the store. */
@Configuration(proxyBeanMethods = false)
class TokenConfiguration {

    /** RFC 9068 section 2.1. */
    private static final String ACCESS_TOKEN = "at+jwt";

    @Bean
    JWKSource<SecurityContext> signingKeys(IdentitySettings settings) {
        return new ImmutableJWKSet<>(new JWKSet(SigningKey.of(settings.keys().file())));
    }

    /** For UserInfo: the stock decoder refuses {@code at+jwt}; this one refuses everything else, ID tokens included. */
    @Bean
    JwtDecoder accessTokens(JWKSource<SecurityContext> signingKeys) {
        NimbusJwtDecoder decoder =
                NimbusJwtDecoder.withJwkSource(signingKeys).build();
        decoder.setJwtValidator(
                new DelegatingOAuth2TokenValidator<>(new JwtTimestampValidator(), new JwtTypeValidator(ACCESS_TOKEN)));
        return decoder;
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> tokenProfile(IdentitySettings settings, PublishedMetadata metadata) {
        return token -> {
            if (OAuth2TokenType.ACCESS_TOKEN.equals(token.getTokenType())) {
                accessToken(token, settings.registration());
            } else {
                idToken(token, metadata);
            }
        };
    }

    /** As RFC 9068 has them; those with a scope of Registrar's are for it and nobody else. */
    private static void accessToken(JwtEncodingContext token, IdentitySettings.Registration registration) {
        token.getJwsHeader().type(ACCESS_TOKEN);
        token.getClaims().claim("client_id", token.getRegisteredClient().getClientId());
        if (registration.isFor(token.getAuthorizedScopes())) {
            token.getClaims().audience(List.of(registration.audience()));
        }
    }

    /** Spring has one lifetime for the ID tokens of all clients. */
    private static void idToken(JwtEncodingContext token, PublishedMetadata metadata) {
        metadata.identityTokenLifetime(token.getRegisteredClient().getClientId())
                .ifPresent(lifetime -> token.getClaims().claims(claims -> {
                    Instant issuedAt = (Instant) claims.get(JwtClaimNames.IAT);
                    claims.put(JwtClaimNames.EXP, issuedAt.plusSeconds(lifetime));
                }));
    }
}
