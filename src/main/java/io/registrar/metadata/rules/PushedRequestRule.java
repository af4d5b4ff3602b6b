package io.registrar.metadata.rules;

import static io.registrar.metadata.MetadataFields.REQUIRE_PUSHED_AUTHORIZATION_REQUESTS;
import static io.registrar.metadata.MetadataFields.RESPONSE_TYPES;

import io.registrar.metadata.ClientMetadata;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.MetadataRule;
import io.registrar.metadata.RuleContext;
import java.util.Set;

/** Only a client that redirects has authorization requests to push (RFC 9126 §6, reference X28). */
final class PushedRequestRule implements MetadataRule {

    @Override
    public Set<MetadataField> reads() {
        return Set.of(REQUIRE_PUSHED_AUTHORIZATION_REQUESTS, RESPONSE_TYPES);
    }

    @Override
    public void check(ClientMetadata metadata, RuleContext context) {
        if (metadata.flag(REQUIRE_PUSHED_AUTHORIZATION_REQUESTS)
                && metadata.texts(RESPONSE_TYPES).isEmpty()) {
            context.refuse(REQUIRE_PUSHED_AUTHORIZATION_REQUESTS, "true needs a response type");
        }
    }
}
