package io.registrar.metadata.profile;

import static io.registrar.metadata.MetadataFields.DPOP_BOUND_ACCESS_TOKENS;
import static io.registrar.metadata.MetadataFields.TLS_CLIENT_CERTIFICATE_BOUND_ACCESS_TOKENS;

import io.registrar.metadata.ClientMetadata;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.RuleContext;
import java.util.Set;

/**
 * Access tokens are bound to a key or a certificate of the client (FAPI 2.0 Security Profile §5.3.2.1).
 *
 * @param whose who demands it, as the subject of a sentence
 */
record SenderConstrainedTokens(String whose) implements Tightening {

    @Override
    public Set<MetadataField> reads() {
        return Set.of(DPOP_BOUND_ACCESS_TOKENS, TLS_CLIENT_CERTIFICATE_BOUND_ACCESS_TOKENS);
    }

    @Override
    public void check(ClientMetadata metadata, RuleContext context) {
        if (!metadata.flag(DPOP_BOUND_ACCESS_TOKENS) && !metadata.flag(TLS_CLIENT_CERTIFICATE_BOUND_ACCESS_TOKENS)) {
            context.refuse(
                    DPOP_BOUND_ACCESS_TOKENS,
                    whose + " needs this or tls_client_certificate_bound_access_tokens to be true");
        }
    }
}
