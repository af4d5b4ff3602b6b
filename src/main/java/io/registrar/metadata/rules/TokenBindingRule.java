package io.registrar.metadata.rules;

import static io.registrar.metadata.MetadataFields.DPOP_BOUND_ACCESS_TOKENS;
import static io.registrar.metadata.MetadataFields.RESPONSE_TYPES;
import static io.registrar.metadata.MetadataFields.TLS_CLIENT_CERTIFICATE_BOUND_ACCESS_TOKENS;

import io.registrar.metadata.ClientMetadata;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.MetadataRule;
import io.registrar.metadata.RuleContext;
import java.util.List;
import java.util.Set;

/** Access tokens are bound in one way, and only where the client can prove it (reference X20, X21). */
final class TokenBindingRule implements MetadataRule {

    private static final List<MetadataField> BINDINGS =
            List.of(TLS_CLIENT_CERTIFICATE_BOUND_ACCESS_TOKENS, DPOP_BOUND_ACCESS_TOKENS);

    @Override
    public Set<MetadataField> reads() {
        return Set.of(TLS_CLIENT_CERTIFICATE_BOUND_ACCESS_TOKENS, DPOP_BOUND_ACCESS_TOKENS, RESPONSE_TYPES);
    }

    @Override
    public void check(ClientMetadata metadata, RuleContext context) {
        if (BINDINGS.stream().allMatch(metadata::flag)) {
            context.refuse(
                    DPOP_BOUND_ACCESS_TOKENS,
                    "must not be true together with tls_client_certificate_bound_access_tokens");
        }
        if (ResponseTypes.anyHas(metadata.texts(RESPONSE_TYPES), "token")) {
            BINDINGS.stream()
                    .filter(metadata::flag)
                    .forEach(field -> context.refuse(
                            field,
                            "tokens from the authorization endpoint can not be bound; use the response type code"));
        }
    }
}
