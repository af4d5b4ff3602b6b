package io.registrar.metadata.rules;

import static io.registrar.metadata.MetadataFields.BACKCHANNEL_TOKEN_DELIVERY_MODE;
import static io.registrar.metadata.MetadataFields.GRANT_TYPES;
import static io.registrar.metadata.MetadataFields.RESPONSE_TYPES;
import static io.registrar.metadata.MetadataFields.SCOPE;
import static io.registrar.metadata.MetadataFields.TOKEN_ENDPOINT_AUTH_METHOD;

import com.fasterxml.jackson.databind.JsonNode;
import io.registrar.metadata.Applicability;
import io.registrar.metadata.ClientMetadata;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.RuleContext;
import java.util.HashSet;
import java.util.Set;

/**
 * A member sent by a client that it means nothing for is refused, because the client expects something of it that will
 * not come (reference A.5, A.7, A.12, X6, X22, X23). Empty arrays ask for nothing.
 *
 * @param field a member whose declaration is for some clients only
 */
record RequirementRule(MetadataField field) implements MemberRule {

    @Override
    public Set<MetadataField> reads() {
        Set<MetadataField> reads = new HashSet<>(read(field.requirement()));
        reads.add(field);
        return reads;
    }

    private static Set<MetadataField> read(Applicability clients) {
        return switch (clients) {
            case ALWAYS -> Set.of();
            case USER_GRANT, AUTHORIZATION_CODE, REFRESH_TOKEN, SLIDING_REFRESH_TOKEN, UMA -> Set.of(GRANT_TYPES);
            case REDIRECT_FLOW -> Set.of(RESPONSE_TYPES);
            case OPENID_SCOPE -> Set.of(SCOPE);
            case TLS_CLIENT_AUTH, SIGNED_ASSERTION -> Set.of(TOKEN_ENDPOINT_AUTH_METHOD);
            case CIBA -> Set.of(GRANT_TYPES, BACKCHANNEL_TOKEN_DELIVERY_MODE);
        };
    }

    @Override
    public void check(ClientMetadata metadata, RuleContext context) {
        boolean asked = context.isSent(field)
                && metadata.json(field).filter(RequirementRule::asks).isPresent();
        if (asked && !field.requirement().appliesTo(metadata)) {
            context.refuse(field, "needs " + field.requirement().condition());
        }
    }

    private static boolean asks(JsonNode value) {
        return !(value.isArray() && value.isEmpty());
    }
}
