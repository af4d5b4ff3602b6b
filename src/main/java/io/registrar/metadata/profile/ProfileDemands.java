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

import io.registrar.metadata.Algorithms;
import io.registrar.metadata.AuthenticationMethod;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.MetadataFields;
import io.registrar.metadata.value.AlgorithmRule;
import io.registrar.metadata.value.ArrayRule;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a profile demands beyond the rules (reference B.7).
 *
 * @param whose who put the profile in force, as refusals name it
 */
record ProfileDemands(String whose) {

    /** All of them. */
    Stream<Tightening> of(Profile profile) {
        return switch (profile) {
            case RFC9700, OAUTH21 -> bestPractice();
            case FAPI2_SECURITY -> fapi();
            case FAPI2_MESSAGE_SIGNING -> Stream.concat(fapi(), signedMessages());
        };
    }

    private Stream<Tightening> bestPractice() {
        return Stream.of(
                AllowedValues.said(RESPONSE_TYPES, List.of("code"), whose),
                new NoHttpForWebClients(REDIRECT_URIS, whose),
                new NoHttpForWebClients(POST_LOGOUT_REDIRECT_URIS, whose),
                new NoHttpForWebClients(CLAIMS_REDIRECT_URIS, whose));
    }

    private Stream<Tightening> fapi() {
        Stream<Tightening> demands = Stream.of(
                AllowedValues.said(
                        TOKEN_ENDPOINT_AUTH_METHOD,
                        List.of(
                                AuthenticationMethod.PRIVATE_KEY_JWT,
                                AuthenticationMethod.TLS_CLIENT_AUTH,
                                AuthenticationMethod.SELF_SIGNED_TLS_CLIENT_AUTH),
                        whose),
                new CodeOnly(whose),
                new NoHttpForWebClients(REDIRECT_URIS, whose),
                new NoHttpForWebClients(POST_LOGOUT_REDIRECT_URIS, whose),
                new NoHttpForWebClients(CLAIMS_REDIRECT_URIS, whose),
                new SenderConstrainedTokens(whose),
                new AtMost(AUTHORIZATION_CODE_LIFETIME, 60, whose),
                AllowedValues.of(REFRESH_TOKEN_USAGE, List.of("ReUse"), whose));
        Stream<Tightening> algorithms = MetadataFields.all().stream()
                .filter(ProfileDemands::isSignatureAlgorithm)
                .map(field -> AllowedValues.of(field, Algorithms.FAPI_SIGNATURE, whose));
        return Stream.concat(demands, algorithms);
    }

    private Stream<Tightening> signedMessages() {
        List<String> algorithms = Algorithms.FAPI_SIGNATURE;
        return Stream.of(
                new MustBeTrue(REQUIRE_SIGNED_REQUEST_OBJECT, whose),
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
