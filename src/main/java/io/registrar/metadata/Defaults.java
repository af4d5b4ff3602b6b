package io.registrar.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Optional;

/** The defaults that depend on other members or on the deployment (reference A.1, A.3, B.1). */
final class Defaults {

    static final FieldDefault GRANT_TYPES = new FieldDefault(
            "[\"authorization_code\"]",
            List.of(),
            (metadata, policy) ->
                    policy.requireGrantTypes() ? Optional.empty() : array(List.of(GrantType.AUTHORIZATION_CODE)));

    static final FieldDefault RESPONSE_TYPES = new FieldDefault(
            "[\"code\"] with the grant type authorization_code, else []",
            List.of("grant_types"),
            (metadata, policy) -> array(
                    metadata.texts(Rfc7591Fields.GRANT_TYPES).contains(GrantType.AUTHORIZATION_CODE)
                            ? List.of("code")
                            : List.of()));

    static final FieldDefault TOKEN_ENDPOINT_AUTH_METHOD =
            new FieldDefault("client_secret_basic", List.of(), (metadata, policy) -> {
                boolean keys = metadata.has(Rfc7591Fields.JWKS) || metadata.has(Rfc7591Fields.JWKS_URI);
                return text(
                        keys && policy.inferKeyMethod()
                                ? AuthenticationMethod.PRIVATE_KEY_JWT
                                : AuthenticationMethod.CLIENT_SECRET_BASIC);
            });

    static final FieldDefault SCOPE = new FieldDefault(
            "the deployment's default scopes, as far as the client may have them",
            List.of("grant_types", "token_endpoint_auth_method"),
            (metadata, policy) -> {
                List<String> scopes = policy.defaultScopes().orElse(List.of()).stream()
                        .filter(scope -> mayHave(metadata, policy, scope))
                        .toList();
                return scopes.isEmpty() ? Optional.empty() : text(String.join(" ", scopes));
            });

    static final FieldDefault SUBJECT_TYPE = new FieldDefault(
            "public if supported", List.of(), (metadata, policy) -> preferred("public", policy.subjectTypes()));

    static final FieldDefault ID_TOKEN_SIGNED_RESPONSE_ALG = new FieldDefault(
            "RS256 if supported, else the deployment's first",
            List.of(),
            (metadata, policy) -> preferred("RS256", policy.idTokenSigningAlgValues()));

    private Defaults() {}

    // A default must not make a registration fail that would be sound without it (X31, X32).
    private static boolean mayHave(ClientMetadata metadata, MetadataPolicy policy, String scope) {
        boolean user =
                metadata.texts(Rfc7591Fields.GRANT_TYPES).stream().anyMatch(GrantType.ON_BEHALF_OF_A_USER::contains);
        boolean isPublic = metadata.text(Rfc7591Fields.TOKEN_ENDPOINT_AUTH_METHOD)
                .filter(AuthenticationMethod.NONE::equals)
                .isPresent();
        boolean confidentialOnly =
                policy.confidentialOnlyScopes().orElse(List.of()).contains(scope);
        return (user || !scope.equals("openid")) && !(isPublic && confidentialOnly);
    }

    private static Optional<JsonNode> preferred(String usual, List<String> supported) {
        return supported.contains(usual)
                ? text(usual)
                : supported.stream().findFirst().flatMap(Defaults::text);
    }

    private static Optional<JsonNode> text(String text) {
        return Optional.of(TextNode.valueOf(text));
    }

    private static Optional<JsonNode> array(List<String> texts) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        texts.forEach(array::add);
        return Optional.of(array);
    }
}
