package io.registrar.metadata.rules;

import static io.registrar.metadata.MetadataFields.GRANT_TYPES;
import static io.registrar.metadata.MetadataFields.TOKEN_ENDPOINT_AUTH_METHOD;

import io.registrar.metadata.AuthenticationMethod;
import io.registrar.metadata.ClientMetadata;
import io.registrar.metadata.GrantType;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.MetadataRule;
import io.registrar.metadata.RuleContext;
import java.util.Optional;
import java.util.Set;

/** Grants that a client without credentials may not use (RFC 6749 §4.4, reference B.4). */
final class PublicClientRule implements MetadataRule {

    @Override
    public Set<MetadataField> reads() {
        return Set.of(GRANT_TYPES, TOKEN_ENDPOINT_AUTH_METHOD);
    }

    @Override
    public void check(ClientMetadata metadata, RuleContext context) {
        if (!metadata.is(TOKEN_ENDPOINT_AUTH_METHOD, AuthenticationMethod.NONE)) {
            return;
        }
        Optional<String> confidential = metadata.texts(GRANT_TYPES).stream()
                .filter(GrantType.CONFIDENTIAL_ONLY::contains)
                .findFirst();
        confidential.ifPresent(grant ->
                context.refuse(TOKEN_ENDPOINT_AUTH_METHOD, "none is not allowed with the grant type " + grant));
    }
}
