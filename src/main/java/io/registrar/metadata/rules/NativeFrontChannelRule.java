package io.registrar.metadata.rules;

import static io.registrar.metadata.MetadataFields.APPLICATION_TYPE;
import static io.registrar.metadata.MetadataFields.RESPONSE_TYPES;

import io.registrar.metadata.ClientMetadata;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.MetadataRule;
import io.registrar.metadata.RuleContext;
import java.util.Set;

/** Native clients do without tokens from the authorization endpoint (RFC 8252 §8.2, reference B.5). */
final class NativeFrontChannelRule implements MetadataRule {

    @Override
    public Set<MetadataField> reads() {
        return Set.of(APPLICATION_TYPE, RESPONSE_TYPES);
    }

    @Override
    public void check(ClientMetadata metadata, RuleContext context) {
        boolean isNative = metadata.is(APPLICATION_TYPE, "native");
        if (isNative
                && ResponseTypes.anyFrontChannel(metadata.texts(RESPONSE_TYPES))
                && !context.policy().allowNativeFrontChannel()) {
            context.refuse(RESPONSE_TYPES, "a native client must use code (RFC 8252 8.2)");
        }
    }
}
