package io.registrar.metadata.rules;

import static io.registrar.metadata.MetadataFields.GRANT_TYPES;
import static io.registrar.metadata.MetadataFields.RESPONSE_TYPES;

import io.registrar.metadata.ClientMetadata;
import io.registrar.metadata.GrantType;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.MetadataRule;
import io.registrar.metadata.RuleContext;
import java.util.List;
import java.util.Set;

/** Grant types and response types need each other (RFC 7591 §2.1, reference B.2): refused, never repaired. */
final class ResponseTypeConsistencyRule implements MetadataRule {

    @Override
    public Set<MetadataField> reads() {
        return Set.of(GRANT_TYPES, RESPONSE_TYPES);
    }

    @Override
    public void check(ClientMetadata metadata, RuleContext context) {
        List<String> grants = metadata.texts(GRANT_TYPES);
        List<String> responses = metadata.texts(RESPONSE_TYPES);
        demand(
                context,
                GrantType.AUTHORIZATION_CODE,
                "code",
                grants.contains(GrantType.AUTHORIZATION_CODE),
                ResponseTypes.anyHas(responses, "code"));
        demand(
                context,
                GrantType.IMPLICIT,
                "token or id_token",
                grants.contains(GrantType.IMPLICIT),
                ResponseTypes.anyFrontChannel(responses));
    }

    private static void demand(RuleContext context, String grant, String words, boolean granted, boolean needed) {
        if (needed && !granted) {
            context.refuse(RESPONSE_TYPES, "a response type with " + words + " needs " + grant + " among grant_types");
        } else if (granted && !needed) {
            context.refuse(RESPONSE_TYPES, "the grant type " + grant + " needs a response type with " + words);
        }
    }
}
