package io.registrar.metadata.profile;

import static io.registrar.metadata.MetadataFields.AUTHORIZATION_CODE_LIFETIME;
import static io.registrar.metadata.MetadataFields.AUTHORIZATION_SIGNED_RESPONSE_ALG;
import static io.registrar.metadata.MetadataFields.INTROSPECTION_SIGNED_RESPONSE_ALG;
import static io.registrar.metadata.MetadataFields.POST_LOGOUT_REDIRECT_URIS;
import static io.registrar.metadata.MetadataFields.REDIRECT_URIS;
import static io.registrar.metadata.MetadataFields.REFRESH_TOKEN_USAGE;
import static io.registrar.metadata.MetadataFields.REQUIRE_PUSHED_AUTHORIZATION_REQUESTS;
import static io.registrar.metadata.MetadataFields.REQUIRE_SIGNED_REQUEST_OBJECT;
import static io.registrar.metadata.MetadataFields.RESPONSE_TYPES;
import static io.registrar.metadata.MetadataFields.TOKEN_ENDPOINT_AUTH_METHOD;

import com.fasterxml.jackson.databind.JsonNode;
import io.registrar.metadata.AuthenticationMethod;
import io.registrar.metadata.ClientMetadata;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.MetadataFields;
import io.registrar.metadata.MetadataRule;
import io.registrar.metadata.RegistrationTerms;
import io.registrar.metadata.value.AlgorithmRule;
import io.registrar.metadata.value.ArrayRule;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A named set of tightenings (reference B.7). A profile only ever tightens: what the settings refuse stays refused. What
 * it demands of every client anyway, such as PKCE with S256 or refresh tokens of public clients that rotate or are
 * bound, is not listed here.
 */
public enum Profile {
    /** Best current practice, strictly (RFC 9700). */
    RFC9700 {
        @Override
        Stream<Tightening> tightenings() {
            return bestPractice();
        }
    },
    /** OAuth 2.1, which made that practice its text. */
    OAUTH21 {
        @Override
        Stream<Tightening> tightenings() {
            return bestPractice();
        }
    },
    /** FAPI 2.0 Security Profile. */
    FAPI2_SECURITY {
        @Override
        Stream<Tightening> tightenings() {
            return fapi();
        }
    },
    /** FAPI 2.0 Message Signing: the same with signed requests, and what the deployment selects beside them. */
    FAPI2_MESSAGE_SIGNING {
        @Override
        Stream<Tightening> tightenings() {
            return Stream.concat(fapi(), signedMessages());
        }
    };

    private static final String[] FAPI_ALGORITHMS = {"PS256", "ES256", "EdDSA"};

    abstract Stream<Tightening> tightenings();

    /** Made once; not with the constants, which the table of members comes before. */
    private static final class Made {
        static final Map<Profile, List<Tightening>> ALL = Arrays.stream(values())
                .collect(Collectors.toMap(
                        Function.identity(), profile -> profile.tightenings().toList()));
    }

    /** Its demands, as rules. */
    public List<? extends MetadataRule> rules() {
        return Made.ALL.get(this);
    }

    /** What the default of a member becomes under it. */
    public Optional<JsonNode> defaultOf(MetadataField field, Optional<JsonNode> usual, RegistrationTerms terms) {
        Optional<JsonNode> value = usual;
        for (Tightening tightening : Made.ALL.get(this)) {
            value = tightening.defaultOf(field, value, terms);
        }
        return value;
    }

    /** What a member becomes under it, whatever the client sent; usually nothing. */
    public Optional<JsonNode> forced(MetadataField field, ClientMetadata metadata) {
        return Made.ALL.get(this).stream()
                .flatMap(tightening -> tightening.forced(field, metadata).stream())
                .findFirst();
    }

    /** Whether the server may choose this value for a client. */
    public boolean permits(MetadataField field, String value) {
        return Made.ALL.get(this).stream().allMatch(tightening -> tightening.permits(field, value));
    }

    private static Stream<Tightening> bestPractice() {
        return Stream.of(
                AllowedValues.said(RESPONSE_TYPES, "code"),
                new NoHttpForWebClients(REDIRECT_URIS),
                new NoHttpForWebClients(POST_LOGOUT_REDIRECT_URIS));
    }

    private static Stream<Tightening> fapi() {
        Stream<Tightening> demands = Stream.of(
                AllowedValues.said(
                        TOKEN_ENDPOINT_AUTH_METHOD,
                        AuthenticationMethod.PRIVATE_KEY_JWT,
                        AuthenticationMethod.TLS_CLIENT_AUTH,
                        AuthenticationMethod.SELF_SIGNED_TLS_CLIENT_AUTH),
                new CodeOnly(),
                new NoHttpForWebClients(REDIRECT_URIS),
                new NoHttpForWebClients(POST_LOGOUT_REDIRECT_URIS),
                new SenderConstrainedTokens(),
                new ForcedTrue(REQUIRE_PUSHED_AUTHORIZATION_REQUESTS),
                new AtMost(AUTHORIZATION_CODE_LIFETIME, 60),
                AllowedValues.of(REFRESH_TOKEN_USAGE, "ReUse"));
        Stream<Tightening> algorithms = MetadataFields.all().stream()
                .filter(Profile::isSignatureAlgorithm)
                .map(field -> AllowedValues.of(field, FAPI_ALGORITHMS));
        return Stream.concat(demands, algorithms);
    }

    private static Stream<Tightening> signedMessages() {
        List<String> algorithms = List.of(FAPI_ALGORITHMS);
        return Stream.of(
                new MustBeTrue(REQUIRE_SIGNED_REQUEST_OBJECT),
                new SelectedSignature(SignedMessage.JARM, AUTHORIZATION_SIGNED_RESPONSE_ALG, algorithms),
                new SelectedSignature(SignedMessage.INTROSPECTION, INTROSPECTION_SIGNED_RESPONSE_ALG, algorithms));
    }

    private static boolean isSignatureAlgorithm(MetadataField field) {
        return field.value() instanceof AlgorithmRule single && single.isSignature()
                || field.value() instanceof ArrayRule list
                        && list.element() instanceof AlgorithmRule element
                        && element.isSignature();
    }
}
