package io.registrar.metadata.rules;

import static io.registrar.metadata.MetadataFields.ID_TOKEN_SIGNED_RESPONSE_ALG;
import static io.registrar.metadata.MetadataFields.RESPONSE_TYPES;

import io.registrar.metadata.ClientMetadata;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.MetadataRule;
import io.registrar.metadata.RuleContext;
import java.util.Set;

/**
 * Whether something may be left unsigned (OpenID Connect Registration §2, reference A.3, X25).
 *
 * @param field the algorithm of ID tokens or of UserInfo responses
 */
record UnsignedResponseRule(MetadataField field) implements MetadataRule {

    @Override
    public Set<MetadataField> reads() {
        return Set.of(field, RESPONSE_TYPES);
    }

    @Override
    public void check(ClientMetadata metadata, RuleContext context) {
        boolean frontChannel = field == ID_TOKEN_SIGNED_RESPONSE_ALG
                && ResponseTypes.anyHas(metadata.texts(RESPONSE_TYPES), "id_token");
        boolean none = metadata.is(field, "none");
        if (none && (frontChannel || !context.policy().allowIdTokenNone())) {
            context.refuse(field, "none is not allowed here; choose an algorithm, such as RS256");
        }
    }
}
