package io.registrar.metadata;

import static io.registrar.metadata.MetadataField.declare;

import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.registrar.metadata.value.BooleanRule;
import io.registrar.metadata.value.EnumRule;
import java.util.List;

/** The members of OpenID Connect Dynamic Client Registration 1.0 §2 (reference A.3). */
final class OpenIdRegistrationFields {

    private static final String SECTION = "OpenID Connect Registration §2";

    static final MetadataField APPLICATION_TYPE = declare("application_type", EnumRule.of("web", "native"))
            .absent(FieldDefault.of(TextNode.valueOf("web")))
            .is("Whether the client runs on a web server or on a user's device; decides its redirect URIs.", SECTION);

    static final MetadataField SUBJECT_TYPE = declare("subject_type", EnumRule.of("public", "pairwise"))
            .absent(Defaults.SUBJECT_TYPE)
            .appliesTo(Applicability.USER_GRANT)
            .is("Whether all clients see the same identifier of a user, or each sector its own.", SECTION);

    static final MetadataField ID_TOKEN_SIGNED_RESPONSE_ALG = declare(
                    "id_token_signed_response_alg", new EnumRule(Algorithms.ID_TOKEN_SIGNATURE))
            .absent(Defaults.ID_TOKEN_SIGNED_RESPONSE_ALG)
            .appliesTo(Applicability.USER_GRANT)
            .is("The algorithm the client's ID tokens are signed with.", SECTION);

    private OpenIdRegistrationFields() {}

    static List<MetadataField> openIdRegistration() {
        return List.of(
                APPLICATION_TYPE,
                SUBJECT_TYPE,
                ID_TOKEN_SIGNED_RESPONSE_ALG,
                declare("require_auth_time", new BooleanRule())
                        .absent(FieldDefault.of(BooleanNode.FALSE))
                        .appliesTo(Applicability.USER_GRANT)
                        .is("Whether ID tokens must tell when the user signed in.", SECTION));
    }
}
