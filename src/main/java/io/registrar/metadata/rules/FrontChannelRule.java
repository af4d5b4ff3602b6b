package io.registrar.metadata.rules;

import static io.registrar.metadata.MetadataFields.RESPONSE_TYPES;

import io.registrar.metadata.ClientMetadata;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.MetadataRule;
import io.registrar.metadata.RuleContext;
import java.util.List;
import java.util.Set;

/** Tokens from the authorization endpoint are a matter of policy (RFC 9700 §2.1.2, reference B.2 P1 and P3). */
final class FrontChannelRule implements MetadataRule {

    @Override
    public Set<MetadataField> reads() {
        return Set.of(RESPONSE_TYPES);
    }

    @Override
    public void check(ClientMetadata metadata, RuleContext context) {
        List<String> types = metadata.texts(RESPONSE_TYPES);
        for (int i = 0; i < types.size(); i++) {
            String type = types.get(i);
            boolean hybrid = ResponseTypes.has(type, "code") && ResponseTypes.isFrontChannel(type);
            // P1 holds for access tokens in any response, and for ID tokens outside a hybrid one.
            boolean implicit = ResponseTypes.has(type, "token") || (ResponseTypes.isFrontChannel(type) && !hybrid);
            if ((hybrid && !context.policy().allowHybrid())
                    || (implicit && !context.policy().allowImplicit())) {
                context.refuse(RESPONSE_TYPES, i, "response type not allowed here; use code");
            }
        }
    }
}
