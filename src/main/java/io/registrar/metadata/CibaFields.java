package io.registrar.metadata;

import static io.registrar.metadata.MetadataField.declare;

import com.fasterxml.jackson.databind.node.BooleanNode;
import io.registrar.metadata.capability.Capability;
import io.registrar.metadata.capability.Feature;
import io.registrar.metadata.key.KeyUse;
import io.registrar.metadata.value.AlgorithmRule;
import io.registrar.metadata.value.BooleanRule;
import io.registrar.metadata.value.EnumRule;
import io.registrar.metadata.value.FetchRule;
import java.util.List;

/** The members of Client-Initiated Backchannel Authentication (CIBA Core 1.0; reference A.7). */
final class CibaFields {

    private static final String SECTION = "CIBA §4";

    static final MetadataField BACKCHANNEL_TOKEN_DELIVERY_MODE = declare(
                    "backchannel_token_delivery_mode", EnumRule.of("poll", "ping", "push"))
            .within(Capability.BACKCHANNEL_TOKEN_DELIVERY_MODES)
            .onlyFor(Applicability.CIBA)
            .is("How the client gets its tokens.", SECTION);

    static final MetadataField BACKCHANNEL_CLIENT_NOTIFICATION_ENDPOINT = declare(
                    "backchannel_client_notification_endpoint", new FetchRule())
            .onlyFor(Applicability.CIBA)
            .followedBy(Follower.OTHERS)
            .is("Where the identity server tells the client that the user has decided.", SECTION);

    static final MetadataField BACKCHANNEL_AUTHENTICATION_REQUEST_SIGNING_ALG = declare(
                    "backchannel_authentication_request_signing_alg", AlgorithmRule.of(Algorithms.ASYMMETRIC_SIGNATURE))
            .within(Capability.BACKCHANNEL_REQUEST_SIGNING_ALGS)
            .chosenFrom("backchannel_authentication_request_signing_alg_values_supported")
            .onlyFor(Applicability.CIBA)
            .needsKeyFor(KeyUse.SIGNATURE)
            .is("The algorithm with which the client signs its authentication requests.", SECTION);

    private CibaFields() {}

    static List<MetadataField> ciba() {
        return List.of(
                BACKCHANNEL_TOKEN_DELIVERY_MODE,
                BACKCHANNEL_CLIENT_NOTIFICATION_ENDPOINT,
                BACKCHANNEL_AUTHENTICATION_REQUEST_SIGNING_ALG,
                declare("backchannel_user_code_parameter", new BooleanRule())
                        .absent(FieldDefault.of(BooleanNode.FALSE))
                        .onlyFor(Applicability.CIBA)
                        .needs(Feature.BACKCHANNEL_USER_CODE_PARAMETER)
                        .is("Whether the client sends the user's code.", SECTION));
    }
}
