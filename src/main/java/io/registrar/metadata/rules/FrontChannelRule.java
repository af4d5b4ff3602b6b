package io.registrar.metadata.rules;

import static io.registrar.metadata.MetadataFields.RESPONSE_TYPES;

import io.registrar.metadata.ClientMetadata;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.MetadataRule;
import io.registrar.metadata.RuleContext;
import java.util.Optional;
import java.util.Set;

/** Tokens from the authorization endpoint are a matter of policy (RFC 9700 §2.1.2, reference B.2 P1 and P3). */
final class FrontChannelRule implements MetadataRule {

    @Override
    public Set<MetadataField> reads() {
        return Set.of(RESPONSE_TYPES);
    }

    @Override
    public void check(ClientMetadata metadata, RuleContext context) {
        context.judge(
                metadata,
                RESPONSE_TYPES,
                type -> ResponseTypes.isAdmitted(type, context.policy())
                        ? Optional.empty()
                        : Optional.of("response type not allowed here; use code"));
    }
}
