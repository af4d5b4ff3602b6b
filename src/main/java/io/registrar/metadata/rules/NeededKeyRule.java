package io.registrar.metadata.rules;

import static io.registrar.metadata.MetadataFields.JWKS;
import static io.registrar.metadata.MetadataFields.JWKS_URI;

import io.registrar.metadata.ClientMetadata;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.RuleContext;
import io.registrar.metadata.key.ClientKeys;
import io.registrar.metadata.key.KeyUse;
import java.util.Optional;
import java.util.Set;

/**
 * What is encrypted to the client, or signed by it, needs a key of the client (reference X9, X10).
 *
 * @param field a member whose declaration needs a key
 */
record NeededKeyRule(MetadataField field) implements MemberRule {

    @Override
    public Set<MetadataField> reads() {
        return Set.of(field, JWKS, JWKS_URI);
    }

    @Override
    public void check(ClientMetadata metadata, RuleContext context) {
        if (!metadata.asks(field)) {
            return;
        }
        boolean signature = field.keyNeeded().orElseThrow() == KeyUse.SIGNATURE;
        Optional<ClientKeys> keys = metadata.json(JWKS).map(ClientKeys::of);
        if (keys.isEmpty()) {
            // What a jwks_uri holds is seen when it is read (reference F.6).
            if (!metadata.has(JWKS_URI)) {
                context.refuse(field, "needs jwks or jwks_uri");
            }
        } else if (signature && !keys.get().canVerify()) {
            context.refuse(JWKS, field.name() + " needs a signature key");
        } else if (!signature && !keys.get().canEncrypt()) {
            context.refuse(JWKS, field.name() + " needs an encryption key");
        }
    }
}
