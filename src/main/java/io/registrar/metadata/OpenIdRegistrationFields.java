package io.registrar.metadata;

import static io.registrar.metadata.MetadataField.declare;

import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.registrar.metadata.MetadataField.Declaration;
import io.registrar.metadata.capability.Capability;
import io.registrar.metadata.capability.Feature;
import io.registrar.metadata.key.KeyUse;
import io.registrar.metadata.value.AlgorithmRule;
import io.registrar.metadata.value.ArrayRule;
import io.registrar.metadata.value.BooleanRule;
import io.registrar.metadata.value.EnumRule;
import io.registrar.metadata.value.FetchRule;
import io.registrar.metadata.value.IntegerRule;
import io.registrar.metadata.value.Limit;
import io.registrar.metadata.value.PageRule;
import io.registrar.metadata.value.RequestUriRule;
import io.registrar.metadata.value.TextRule;
import java.util.List;

/** The members of OpenID Connect Dynamic Client Registration 1.0 §2 (reference A.3). */
final class OpenIdRegistrationFields {

    private static final String SECTION = "OpenID Connect Registration §2";
    private static final int LONGEST_ACR = 255;
    private static final int MOST_ACRS = 20;
    private static final int MOST_REQUEST_URIS = 20;

    static final MetadataField APPLICATION_TYPE = declare("application_type", EnumRule.of("web", "native"))
            .absent(FieldDefault.of(TextNode.valueOf("web")))
            .is("Whether the client runs on a web server or on a user's device; decides its redirect URIs.", SECTION);

    static final MetadataField SECTOR_IDENTIFIER_URI = signIn(declare("sector_identifier_uri", new FetchRule()))
            .followedBy(Follower.OTHERS)
            .is("A JSON array of the redirect URIs that share one sector of pairwise subject identifiers.", SECTION);

    static final MetadataField SUBJECT_TYPE = signIn(declare("subject_type", EnumRule.of("public", "pairwise")))
            .within(Capability.SUBJECT_TYPES)
            .chosenFrom("subject_types_supported")
            .absent(Defaults.SUBJECT_TYPE)
            .is("Whether all clients see the same identifier of a user, or each sector its own.", SECTION);

    static final MetadataField ID_TOKEN_SIGNED_RESPONSE_ALG = signIn(
                    declare("id_token_signed_response_alg", AlgorithmRule.signatureOrNone()))
            .within(Capability.ID_TOKEN_SIGNING_ALGS)
            .chosenFrom("id_token_signing_alg_values_supported")
            .absent(Defaults.ID_TOKEN_SIGNED_RESPONSE_ALG)
            .is("The algorithm the client's ID tokens are signed with.", SECTION);

    static final MetadataField ID_TOKEN_ENCRYPTED_RESPONSE_ALG = signIn(
                    declare("id_token_encrypted_response_alg", AlgorithmRule.keyEncryption()))
            .within(Capability.ID_TOKEN_ENCRYPTION_ALGS)
            .chosenFrom("id_token_encryption_alg_values_supported")
            .needsKeyFor(KeyUse.ENCRYPTION)
            .is("The algorithm that encrypts the key of the client's ID tokens.", SECTION);

    static final MetadataField USERINFO_SIGNED_RESPONSE_ALG = signIn(
                    declare("userinfo_signed_response_alg", AlgorithmRule.signatureOrNone()))
            .within(Capability.USERINFO_SIGNING_ALGS)
            .chosenFrom("userinfo_signing_alg_values_supported")
            .is("The algorithm UserInfo responses are signed with; plain JSON without it.", SECTION);

    static final MetadataField USERINFO_ENCRYPTED_RESPONSE_ALG = signIn(
                    declare("userinfo_encrypted_response_alg", AlgorithmRule.keyEncryption()))
            .within(Capability.USERINFO_ENCRYPTION_ALGS)
            .chosenFrom("userinfo_encryption_alg_values_supported")
            .needsKeyFor(KeyUse.ENCRYPTION)
            .is("The algorithm that encrypts the key of UserInfo responses.", SECTION);

    static final MetadataField REQUEST_OBJECT_SIGNING_ALG = signIn(
                    declare("request_object_signing_alg", AlgorithmRule.of(Algorithms.REQUEST_OBJECT_SIGNATURE)))
            .within(Capability.REQUEST_OBJECT_SIGNING_ALGS)
            .chosenFrom("request_object_signing_alg_values_supported")
            .needsKeyFor(KeyUse.SIGNATURE)
            .is("The only algorithm with which the client signs request objects.", SECTION);

    /** Encrypted to a key of the server, so the client needs none. */
    static final MetadataField REQUEST_OBJECT_ENCRYPTION_ALG = signIn(
                    declare("request_object_encryption_alg", AlgorithmRule.keyEncryption()))
            .within(Capability.REQUEST_OBJECT_ENCRYPTION_ALGS)
            .chosenFrom("request_object_encryption_alg_values_supported")
            .is("The algorithm with which the client may encrypt the key of request objects.", SECTION);

    static final MetadataField TOKEN_ENDPOINT_AUTH_SIGNING_ALG = declare(
                    "token_endpoint_auth_signing_alg", AlgorithmRule.signature())
            .within(Capability.TOKEN_ENDPOINT_AUTH_SIGNING_ALGS)
            .chosenFrom("token_endpoint_auth_signing_alg_values_supported")
            .onlyFor(Applicability.SIGNED_ASSERTION)
            .is("The only algorithm with which the client signs the assertions that authenticate it.", SECTION);

    static final MetadataField DEFAULT_MAX_AGE = declare(
                    "default_max_age", IntegerRule.between(0, Limit.fixed(Integer.MAX_VALUE)))
            .onlyFor(Applicability.AUTHORIZATION_CODE)
            .is("How many seconds ago a user may have signed in; 0 asks for a sign-in each time.", SECTION);

    static final MetadataField REQUIRE_AUTH_TIME = signIn(declare("require_auth_time", new BooleanRule()))
            .absent(FieldDefault.of(BooleanNode.FALSE))
            .is("Whether ID tokens must tell when the user signed in.", SECTION);

    static final MetadataField DEFAULT_ACR_VALUES = signIn(declare(
                    "default_acr_values", ArrayRule.of(TextRule.of(Limit.fixed(LONGEST_ACR)), Limit.fixed(MOST_ACRS))))
            .within(Capability.ACR_VALUES)
            .is("The authentication context classes that the client asks for, best first.", SECTION);

    static final MetadataField INITIATE_LOGIN_URI = declare("initiate_login_uri", PageRule.httpsOnly())
            .onlyFor(Applicability.AUTHORIZATION_CODE)
            .followedBy(Follower.BROWSER)
            .is("Where others may send a user for the client to begin a sign-in.", SECTION);

    static final MetadataField REQUEST_URIS = signIn(
                    declare("request_uris", ArrayRule.of(new RequestUriRule(), Limit.fixed(MOST_REQUEST_URIS))))
            .needs(Feature.REQUEST_URI_PARAMETER)
            .followedBy(Follower.OTHERS)
            .is("Where request objects may be read from.", SECTION);

    private OpenIdRegistrationFields() {}

    static List<MetadataField> openIdRegistration() {
        return List.of(
                APPLICATION_TYPE,
                SECTOR_IDENTIFIER_URI,
                SUBJECT_TYPE,
                ID_TOKEN_SIGNED_RESPONSE_ALG,
                ID_TOKEN_ENCRYPTED_RESPONSE_ALG,
                signIn(content(
                                "id_token_encrypted_response_enc",
                                ID_TOKEN_ENCRYPTED_RESPONSE_ALG,
                                Capability.ID_TOKEN_ENCRYPTION_ENCS))
                        .chosenFrom("id_token_encryption_enc_values_supported")
                        .is("The algorithm that encrypts the client's ID tokens.", SECTION),
                USERINFO_SIGNED_RESPONSE_ALG,
                USERINFO_ENCRYPTED_RESPONSE_ALG,
                signIn(content(
                                "userinfo_encrypted_response_enc",
                                USERINFO_ENCRYPTED_RESPONSE_ALG,
                                Capability.USERINFO_ENCRYPTION_ENCS))
                        .chosenFrom("userinfo_encryption_enc_values_supported")
                        .is("The algorithm that encrypts UserInfo responses.", SECTION),
                REQUEST_OBJECT_SIGNING_ALG,
                REQUEST_OBJECT_ENCRYPTION_ALG,
                signIn(content(
                                "request_object_encryption_enc",
                                REQUEST_OBJECT_ENCRYPTION_ALG,
                                Capability.REQUEST_OBJECT_ENCRYPTION_ENCS))
                        .chosenFrom("request_object_encryption_enc_values_supported")
                        .is("The algorithm with which the client may encrypt request objects.", SECTION),
                TOKEN_ENDPOINT_AUTH_SIGNING_ALG,
                DEFAULT_MAX_AGE,
                REQUIRE_AUTH_TIME,
                DEFAULT_ACR_VALUES,
                INITIATE_LOGIN_URI,
                REQUEST_URIS);
    }

    private static Declaration signIn(Declaration declaration) {
        return declaration.appliesTo(Applicability.USER_GRANT);
    }

    /** The content encryption that goes with a key encryption. */
    static Declaration content(String name, MetadataField keyEncryption, Capability bound) {
        return declare(name, AlgorithmRule.of(Algorithms.CONTENT_ENCRYPTION))
                .within(bound)
                .beside(keyEncryption)
                .absent(Defaults.contentEncryption(keyEncryption, bound));
    }
}
