package io.registrar.metadata.rules;

import static io.registrar.metadata.MetadataFields.ID_TOKEN_SIGNED_RESPONSE_ALG;
import static io.registrar.metadata.MetadataFields.RESPONSE_TYPES;

import io.registrar.metadata.Algorithms;
import io.registrar.metadata.ClientMetadata;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.MetadataRule;
import io.registrar.metadata.RuleContext;
import java.util.Set;

/** How ID tokens may be signed (OpenID Connect Registration §2, reference X4, X25). */
final class IdTokenAlgorithmRule implements MetadataRule {

    @Override
    public Set<MetadataField> reads() {
        return Set.of(ID_TOKEN_SIGNED_RESPONSE_ALG, RESPONSE_TYPES);
    }

    @Override
    public void check(ClientMetadata metadata, RuleContext context) {
        String algorithm = metadata.text(ID_TOKEN_SIGNED_RESPONSE_ALG).orElse("");
        if (Algorithms.SECRET_BASED_SIGNATURE.contains(algorithm)) {
            context.refuse(
                    ID_TOKEN_SIGNED_RESPONSE_ALG,
                    algorithm + " needs the secret in plain text, and only its hash is kept; use RS256 or ES256");
        }
        boolean frontChannel = ResponseTypes.anyHas(metadata.texts(RESPONSE_TYPES), "id_token");
        if (algorithm.equals("none") && (frontChannel || !context.policy().allowIdTokenNone())) {
            context.refuse(ID_TOKEN_SIGNED_RESPONSE_ALG, "none is not allowed here; ID tokens must be signed");
        }
    }
}
