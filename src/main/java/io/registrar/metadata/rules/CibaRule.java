package io.registrar.metadata.rules;

import static io.registrar.metadata.MetadataFields.BACKCHANNEL_CLIENT_NOTIFICATION_ENDPOINT;
import static io.registrar.metadata.MetadataFields.BACKCHANNEL_TOKEN_DELIVERY_MODE;
import static io.registrar.metadata.MetadataFields.GRANT_TYPES;

import io.registrar.metadata.ClientMetadata;
import io.registrar.metadata.GrantType;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.MetadataRule;
import io.registrar.metadata.RuleContext;
import java.util.Set;

/** The CIBA grant, the way tokens are delivered and the endpoint for it go together (CIBA §4, X17 to X19). */
final class CibaRule implements MetadataRule {

    @Override
    public Set<MetadataField> reads() {
        return Set.of(GRANT_TYPES, BACKCHANNEL_TOKEN_DELIVERY_MODE, BACKCHANNEL_CLIENT_NOTIFICATION_ENDPOINT);
    }

    @Override
    public void check(ClientMetadata metadata, RuleContext context) {
        boolean granted = metadata.texts(GRANT_TYPES).contains(GrantType.CIBA);
        String mode = metadata.text(BACKCHANNEL_TOKEN_DELIVERY_MODE).orElse("");
        if (granted && mode.isEmpty()) {
            context.refuse(BACKCHANNEL_TOKEN_DELIVERY_MODE, "required for the CIBA grant; use poll, ping or push");
        }
        boolean notified = metadata.has(BACKCHANNEL_CLIENT_NOTIFICATION_ENDPOINT);
        if ((mode.equals("ping") || mode.equals("push")) && !notified) {
            context.refuse(BACKCHANNEL_CLIENT_NOTIFICATION_ENDPOINT, "required for the delivery mode " + mode);
        }
        if (mode.equals("poll") && notified) {
            context.refuse(BACKCHANNEL_CLIENT_NOTIFICATION_ENDPOINT, "must be absent for the delivery mode poll");
        }
    }
}
