package io.registrar.metadata.rules;

import static io.registrar.metadata.MetadataFields.BACKCHANNEL_TOKEN_DELIVERY_MODE;
import static io.registrar.metadata.MetadataFields.TOKEN_ENDPOINT_AUTH_METHOD;

import io.registrar.metadata.AuthenticationMethod;
import io.registrar.metadata.ClientMetadata;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.MetadataRule;
import io.registrar.metadata.RuleContext;
import java.util.Set;

/**
 * Tokens are pushed to clients that authenticate (CIBA §7.1, reference B.4). The mode push does without the grant, so
 * the rule about grants does not see such a client.
 */
final class PublicPushRule implements MetadataRule {

    @Override
    public Set<MetadataField> reads() {
        return Set.of(BACKCHANNEL_TOKEN_DELIVERY_MODE, TOKEN_ENDPOINT_AUTH_METHOD);
    }

    @Override
    public void check(ClientMetadata metadata, RuleContext context) {
        boolean isPublic = metadata.is(TOKEN_ENDPOINT_AUTH_METHOD, AuthenticationMethod.NONE);
        boolean pushed = metadata.is(BACKCHANNEL_TOKEN_DELIVERY_MODE, "push");
        if (isPublic && pushed) {
            context.refuse(TOKEN_ENDPOINT_AUTH_METHOD, "none is not allowed with backchannel_token_delivery_mode push");
        }
    }
}
