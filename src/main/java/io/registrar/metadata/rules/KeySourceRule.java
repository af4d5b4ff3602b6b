package io.registrar.metadata.rules;

import static io.registrar.metadata.MetadataFields.JWKS;
import static io.registrar.metadata.MetadataFields.JWKS_URI;
import static io.registrar.metadata.MetadataFields.SIGNED_JWKS_URI;

import io.registrar.metadata.ClientMetadata;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.MetadataRule;
import io.registrar.metadata.RuleContext;
import java.util.Set;

/** Keys come by value or by reference, not both (RFC 7591 §2, reference X5). */
final class KeySourceRule implements MetadataRule {

    @Override
    public Set<MetadataField> reads() {
        return Set.of(JWKS, JWKS_URI, SIGNED_JWKS_URI);
    }

    @Override
    public void check(ClientMetadata metadata, RuleContext context) {
        if (metadata.has(JWKS) && metadata.has(JWKS_URI)) {
            context.refuse(JWKS, "must not be sent together with jwks_uri; choose one");
        }
        if (metadata.has(SIGNED_JWKS_URI) && (metadata.has(JWKS) || metadata.has(JWKS_URI))) {
            context.refuse(SIGNED_JWKS_URI, "must not be sent together with jwks or jwks_uri; choose one");
        }
    }
}
