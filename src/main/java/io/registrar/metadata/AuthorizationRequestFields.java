package io.registrar.metadata;

import static io.registrar.metadata.MetadataField.declare;

import com.fasterxml.jackson.databind.node.BooleanNode;
import io.registrar.metadata.capability.Capability;
import io.registrar.metadata.capability.Feature;
import io.registrar.metadata.key.KeyUse;
import io.registrar.metadata.value.AlgorithmRule;
import io.registrar.metadata.value.ArrayRule;
import io.registrar.metadata.value.BooleanRule;
import io.registrar.metadata.value.Limit;
import io.registrar.metadata.value.TextRule;
import java.util.List;

/** The members of JAR, PAR, RAR, DPoP, JARM and signed introspection (reference A.6). */
final class AuthorizationRequestFields {

    private static final String JARM = "JARM §3";
    private static final String SIGNED_INTROSPECTION = "RFC 9701 §6";
    private static final int LONGEST_TYPE = 255;
    private static final int MOST_TYPES = 50;

    static final MetadataField REQUIRE_SIGNED_REQUEST_OBJECT = flag("require_signed_request_object")
            .needsKeyFor(KeyUse.SIGNATURE)
            .is("Whether authorization requests must come as signed request objects.", "RFC 9101 §10.5");

    static final MetadataField REQUIRE_PUSHED_AUTHORIZATION_REQUESTS = flag("require_pushed_authorization_requests")
            .needs(Feature.PUSHED_AUTHORIZATION_REQUESTS)
            .forcedTo(Defaults.PUSHED_WHERE_REQUIRED)
            .is("Whether authorization requests must be pushed to the server first.", "RFC 9126 §6");

    static final MetadataField DPOP_BOUND_ACCESS_TOKENS = flag("dpop_bound_access_tokens")
            .needs(Feature.DPOP_BOUND_ACCESS_TOKENS)
            .is("Whether the client always asks for tokens bound to its DPoP key.", "RFC 9449 §5.2");

    private static final MetadataField AUTHORIZATION_ENCRYPTED_RESPONSE_ALG = declare(
                    "authorization_encrypted_response_alg", AlgorithmRule.keyEncryption())
            .within(Capability.AUTHORIZATION_ENCRYPTION_ALGS)
            .chosenFrom("authorization_encryption_alg_values_supported")
            .needsKeyFor(KeyUse.ENCRYPTION)
            .is("The algorithm that encrypts the key of authorization responses.", JARM);

    static final MetadataField AUTHORIZATION_SIGNED_RESPONSE_ALG = declare(
                    "authorization_signed_response_alg", AlgorithmRule.signature())
            .within(Capability.AUTHORIZATION_SIGNING_ALGS)
            .chosenFrom("authorization_signing_alg_values_supported")
            .absent(Defaults.signatureBeside(
                    AUTHORIZATION_ENCRYPTED_RESPONSE_ALG, Capability.AUTHORIZATION_SIGNING_ALGS))
            .is("The algorithm authorization responses are signed with.", JARM);

    private static final MetadataField INTROSPECTION_ENCRYPTED_RESPONSE_ALG = declare(
                    "introspection_encrypted_response_alg", AlgorithmRule.keyEncryption())
            .within(Capability.INTROSPECTION_ENCRYPTION_ALGS)
            .chosenFrom("introspection_encryption_alg_values_supported")
            .needsKeyFor(KeyUse.ENCRYPTION)
            .is("The algorithm that encrypts the key of introspection responses.", SIGNED_INTROSPECTION);

    static final MetadataField INTROSPECTION_SIGNED_RESPONSE_ALG = declare(
                    "introspection_signed_response_alg", AlgorithmRule.signature())
            .within(Capability.INTROSPECTION_SIGNING_ALGS)
            .chosenFrom("introspection_signing_alg_values_supported")
            .absent(Defaults.signatureBeside(
                    INTROSPECTION_ENCRYPTED_RESPONSE_ALG, Capability.INTROSPECTION_SIGNING_ALGS))
            .is("The algorithm introspection responses are signed with.", SIGNED_INTROSPECTION);

    private AuthorizationRequestFields() {}

    static List<MetadataField> authorizationRequests() {
        return List.of(
                REQUIRE_SIGNED_REQUEST_OBJECT,
                REQUIRE_PUSHED_AUTHORIZATION_REQUESTS,
                declare(
                                "authorization_details_types",
                                ArrayRule.of(TextRule.of(Limit.fixed(LONGEST_TYPE)), Limit.fixed(MOST_TYPES)))
                        .within(Capability.AUTHORIZATION_DETAILS_TYPES)
                        .is(
                                "The types of authorization details that the client will use; none without it.",
                                "RFC 9396 §10"),
                DPOP_BOUND_ACCESS_TOKENS,
                AUTHORIZATION_SIGNED_RESPONSE_ALG,
                AUTHORIZATION_ENCRYPTED_RESPONSE_ALG,
                OpenIdRegistrationFields.content(
                                "authorization_encrypted_response_enc",
                                AUTHORIZATION_ENCRYPTED_RESPONSE_ALG,
                                Capability.AUTHORIZATION_ENCRYPTION_ENCS)
                        .chosenFrom("authorization_encryption_enc_values_supported")
                        .is("The algorithm that encrypts authorization responses.", JARM),
                INTROSPECTION_SIGNED_RESPONSE_ALG,
                INTROSPECTION_ENCRYPTED_RESPONSE_ALG,
                OpenIdRegistrationFields.content(
                                "introspection_encrypted_response_enc",
                                INTROSPECTION_ENCRYPTED_RESPONSE_ALG,
                                Capability.INTROSPECTION_ENCRYPTION_ENCS)
                        .chosenFrom("introspection_encryption_enc_values_supported")
                        .is("The algorithm that encrypts introspection responses.", SIGNED_INTROSPECTION));
    }

    private static MetadataField.Declaration flag(String name) {
        return declare(name, new BooleanRule()).absent(FieldDefault.of(BooleanNode.FALSE));
    }
}
