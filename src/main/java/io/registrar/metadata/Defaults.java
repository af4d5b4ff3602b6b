package io.registrar.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.registrar.metadata.capability.Capability;
import io.registrar.metadata.capability.Feature;
import io.registrar.metadata.value.Limit;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The defaults that depend on other members or on the deployment (reference A.1, A.3, A.12, B.1). */
final class Defaults {

    static final FieldDefault GRANT_TYPES = new FieldDefault(
            "[\"authorization_code\"]",
            List.of(),
            (metadata, terms) -> terms.policy().requireGrantTypes()
                    ? Optional.empty()
                    : array(List.of(GrantType.AUTHORIZATION_CODE)));

    static final FieldDefault RESPONSE_TYPES = new FieldDefault(
            "[\"code\"] with the grant type authorization_code, else []",
            List.of("grant_types"),
            (metadata, terms) -> array(
                    metadata.texts(Rfc7591Fields.GRANT_TYPES).contains(GrantType.AUTHORIZATION_CODE)
                            ? List.of("code")
                            : List.of()));

    static final FieldDefault TOKEN_ENDPOINT_AUTH_METHOD =
            new FieldDefault("\"client_secret_basic\"", List.of(), (metadata, terms) -> {
                boolean keys = metadata.has(Rfc7591Fields.JWKS) || metadata.has(Rfc7591Fields.JWKS_URI);
                return text(
                        keys && terms.policy().inferKeyMethod()
                                ? AuthenticationMethod.PRIVATE_KEY_JWT
                                : AuthenticationMethod.CLIENT_SECRET_BASIC);
            });

    static final FieldDefault SCOPE = new FieldDefault(
            "the deployment's default scopes, as far as the client may have them",
            List.of("grant_types", "token_endpoint_auth_method"),
            (metadata, terms) -> {
                List<String> scopes = terms.defaultScopes().stream()
                        .filter(scope -> terms.supports(Capability.SCOPES, scope))
                        .filter(scope -> mayHave(metadata, terms.policy(), scope))
                        .toList();
                return scopes.isEmpty() ? Optional.empty() : text(String.join(" ", scopes));
            });

    static final FieldDefault SUBJECT_TYPE = new FieldDefault(
            "\"public\" if supported",
            List.of(),
            (metadata, terms) -> preferred("public", bound(terms, Capability.SUBJECT_TYPES)));

    static final FieldDefault ID_TOKEN_SIGNED_RESPONSE_ALG = new FieldDefault(
            "\"RS256\" if supported, else the deployment's first",
            List.of("allowed_identity_token_signing_algorithms"),
            (metadata, terms) -> {
                List<String> allowed = metadata.texts(ExtensionFields.ALLOWED_IDENTITY_TOKEN_SIGNING_ALGORITHMS);
                List<String> supported = bound(terms, Capability.ID_TOKEN_SIGNING_ALGS);
                // X24: the default must be one of those that the client allows.
                return preferredSignature((allowed.isEmpty() ? supported : allowed)
                        .stream()
                                .filter(supported::contains)
                                .filter(name ->
                                        terms.permits(OpenIdRegistrationFields.ID_TOKEN_SIGNED_RESPONSE_ALG, name))
                                .toList());
            });

    static final FieldDefault SLIDING_REFRESH_TOKEN_LIFETIME = new FieldDefault(
            "1296000, or absolute_refresh_token_lifetime where that is less",
            List.of("absolute_refresh_token_lifetime"),
            (metadata, terms) -> {
                long usual = Math.min(1_296_000, Limit.SLIDING_REFRESH_TOKEN_LIFETIME.in(terms.policy()));
                // X29: a default does not outlive what the client asked for.
                return number(metadata.number(ExtensionFields.ABSOLUTE_REFRESH_TOKEN_LIFETIME)
                        .filter(absolute -> absolute > 0)
                        .map(absolute -> Math.min(absolute, usual))
                        .orElse(usual));
            });

    static final FieldDefault REFRESH_TOKEN_USAGE = new FieldDefault(
            "\"ReUse\" for confidential clients, \"OneTimeOnly\" for public ones",
            List.of("token_endpoint_auth_method"),
            (metadata, terms) -> text(isPublic(metadata) ? "OneTimeOnly" : "ReUse"));

    static final FieldDefault REQUIRE_CONSENT = new FieldDefault(
            "false; true in open registration",
            List.of(),
            (metadata, terms) -> Optional.of(BooleanNode.valueOf(!terms.tier().isAtLeast(TrustTier.AUTHENTICATED))));

    static final FieldDefault REQUIRE_CLIENT_SECRET = new FieldDefault(
            "true; false with token_endpoint_auth_method none",
            List.of("token_endpoint_auth_method"),
            (metadata, terms) -> Optional.of(BooleanNode.valueOf(!isPublic(metadata))));

    static final FieldDefault NONE_LISTED = FieldDefault.of(JsonNodeFactory.instance.arrayNode());

    static final FieldDefault CLIENT_LIFETIME =
            new FieldDefault("the deployment's longest, if it has one", List.of(), (metadata, terms) -> terms.policy()
                    .maxClientLifetime()
                    .map(Duration::toSeconds)
                    .map(LongNode::valueOf));

    /** Forced on clients that redirect, where no other requests are taken (RFC 9126 §6; FAPI 2.0, reference A.6). */
    static final FieldDefault PUSHED_WHERE_REQUIRED = new FieldDefault(
            "true for clients that redirect, where the identity server or the profile takes pushed requests only",
            List.of("response_types"),
            (metadata, terms) -> Optional.<JsonNode>of(BooleanNode.TRUE)
                    .filter(forced -> Applicability.REDIRECT_FLOW.appliesTo(metadata)
                            && (terms.capabilities().has(Feature.REQUIRE_PUSHED_AUTHORIZATION_REQUESTS)
                                    || terms.demands().isFapi())));

    private Defaults() {}

    /** So many seconds, or the most that the deployment admits where that is less. */
    static FieldDefault seconds(long usual, Limit most) {
        return new FieldDefault(
                Long.toString(usual), List.of(), (metadata, terms) -> number(Math.min(usual, most.in(terms.policy()))));
    }

    /** OpenID Connect Registration §2: the default goes with the key encryption. */
    static FieldDefault contentEncryption(MetadataField keyEncryption, Capability bound) {
        return new FieldDefault(
                "\"A128CBC-HS256\" if supported, with " + keyEncryption.name(),
                List.of(keyEncryption.name()),
                (metadata, terms) -> metadata.has(keyEncryption)
                        ? preferred("A128CBC-HS256", bound(terms, bound))
                        : Optional.empty());
    }

    /** What is encrypted is signed first (JARM §3, RFC 9701 §6): the default goes with the key encryption. */
    static FieldDefault signatureBeside(MetadataField keyEncryption, Capability bound) {
        return new FieldDefault(
                "\"RS256\" if supported, with " + keyEncryption.name(),
                List.of(keyEncryption.name()),
                (metadata, terms) ->
                        metadata.has(keyEncryption) ? preferredSignature(bound(terms, bound)) : Optional.empty());
    }

    private static List<String> bound(RegistrationTerms terms, Capability capability) {
        return terms.capabilities().of(capability).orElse(List.of());
    }

    // A default must not make a registration fail that would be sound without it (X31, X32).
    private static boolean mayHave(ClientMetadata metadata, MetadataPolicy policy, String scope) {
        boolean user =
                metadata.texts(Rfc7591Fields.GRANT_TYPES).stream().anyMatch(GrantType.ON_BEHALF_OF_A_USER::contains);
        boolean confidentialOnly =
                policy.confidentialOnlyScopes().orElse(List.of()).contains(scope);
        return (user || !scope.equals("openid")) && !(isPublic(metadata) && confidentialOnly);
    }

    private static boolean isPublic(ClientMetadata metadata) {
        return metadata.is(Rfc7591Fields.TOKEN_ENDPOINT_AUTH_METHOD, AuthenticationMethod.NONE);
    }

    private static Optional<JsonNode> preferred(String usual, List<String> supported) {
        return supported.contains(usual)
                ? text(usual)
                : supported.stream().findFirst().flatMap(Defaults::text);
    }

    // Never unsigned by default, nor with a secret of which only the hash is kept.
    private static Optional<JsonNode> preferredSignature(List<String> supported) {
        return preferred(
                "RS256",
                supported.stream()
                        .filter(Algorithms.ASYMMETRIC_SIGNATURE::contains)
                        .toList());
    }

    private static Optional<JsonNode> text(String text) {
        return Optional.of(TextNode.valueOf(text));
    }

    private static Optional<JsonNode> number(long number) {
        return Optional.of(LongNode.valueOf(number));
    }

    private static Optional<JsonNode> array(List<String> texts) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        texts.forEach(array::add);
        return Optional.of(array);
    }
}
