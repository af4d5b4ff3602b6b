package io.registrar.metadata.profile;

import static io.registrar.metadata.MetadataFields.AUTHORIZATION_CODE_LIFETIME;
import static io.registrar.metadata.MetadataFields.AUTHORIZATION_SIGNED_RESPONSE_ALG;
import static io.registrar.metadata.MetadataFields.CLAIMS_REDIRECT_URIS;
import static io.registrar.metadata.MetadataFields.INTROSPECTION_SIGNED_RESPONSE_ALG;
import static io.registrar.metadata.MetadataFields.POST_LOGOUT_REDIRECT_URIS;
import static io.registrar.metadata.MetadataFields.REDIRECT_URIS;
import static io.registrar.metadata.MetadataFields.REFRESH_TOKEN_USAGE;
import static io.registrar.metadata.MetadataFields.REQUIRE_SIGNED_REQUEST_OBJECT;
import static io.registrar.metadata.MetadataFields.RESPONSE_TYPES;
import static io.registrar.metadata.MetadataFields.TOKEN_ENDPOINT_AUTH_METHOD;

import com.fasterxml.jackson.databind.JsonNode;
import io.registrar.metadata.Algorithms;
import io.registrar.metadata.AuthenticationMethod;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.MetadataFields;
import io.registrar.metadata.MetadataRule;
import io.registrar.metadata.PermittedValues;
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

/** What a profile demands beyond the rules (reference B.7). */
public final class Tightenings implements PermittedValues {

    private static final Map<Profile, Tightenings> ALL = Arrays.stream(Profile.values())
            .collect(Collectors.toMap(
                    Function.identity(),
                    profile -> new Tightenings(demands(profile).toList())));

    private static final Tightenings NONE = new Tightenings(List.of());

    private final List<Tightening> demands;

    private Tightenings(List<Tightening> demands) {
        this.demands = demands;
    }

    /** Those of the profile in force, or none. */
    public static Tightenings of(Optional<Profile> profile) {
        return profile.map(ALL::get).orElse(NONE);
    }

    private static Stream<Tightening> demands(Profile profile) {
        return switch (profile) {
            case RFC9700, OAUTH21 -> bestPractice();
            case FAPI2_SECURITY -> fapi();
            case FAPI2_MESSAGE_SIGNING -> Stream.concat(fapi(), signedMessages());
        };
    }

    /** As rules. */
    public List<? extends MetadataRule> rules() {
        return demands;
    }

    /** What the default of a member becomes under them. */
    public Optional<JsonNode> defaultOf(MetadataField field, Optional<JsonNode> usual, RegistrationTerms terms) {
        Optional<JsonNode> value = usual;
        for (Tightening tightening : demands) {
            value = tightening.defaultOf(field, value, terms);
        }
        return value;
    }

    /** Whether the server may choose this value for a client. */
    @Override
    public boolean permits(MetadataField field, String value) {
        return demands.stream().allMatch(tightening -> tightening.permits(field, value));
    }

    private static Stream<Tightening> bestPractice() {
        return Stream.of(
                AllowedValues.said(RESPONSE_TYPES, "code"),
                new NoHttpForWebClients(REDIRECT_URIS),
                new NoHttpForWebClients(POST_LOGOUT_REDIRECT_URIS),
                new NoHttpForWebClients(CLAIMS_REDIRECT_URIS));
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
                new NoHttpForWebClients(CLAIMS_REDIRECT_URIS),
                new SenderConstrainedTokens(),
                new AtMost(AUTHORIZATION_CODE_LIFETIME, 60),
                AllowedValues.of(REFRESH_TOKEN_USAGE, List.of("ReUse")));
        Stream<Tightening> algorithms = MetadataFields.all().stream()
                .filter(Tightenings::isSignatureAlgorithm)
                .map(field -> AllowedValues.of(field, Algorithms.FAPI_SIGNATURE));
        return Stream.concat(demands, algorithms);
    }

    private static Stream<Tightening> signedMessages() {
        List<String> algorithms = Algorithms.FAPI_SIGNATURE;
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
