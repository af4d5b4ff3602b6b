package io.registrar.metadata.rules;

import static io.registrar.metadata.MetadataFields.REDIRECT_URIS;
import static io.registrar.metadata.MetadataFields.RESPONSE_TYPES;

import io.registrar.metadata.ClientMetadata;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.MetadataRule;
import io.registrar.metadata.RuleContext;
import java.util.Set;

/** Redirect URIs are there exactly if the client uses redirects (RFC 7591 §2, reference B.3). */
final class RedirectUriPresenceRule implements MetadataRule {

    @Override
    public Set<MetadataField> reads() {
        return Set.of(REDIRECT_URIS, RESPONSE_TYPES);
    }

    @Override
    public Set<MetadataField> readsByElement() {
        return Set.of(REDIRECT_URIS);
    }

    @Override
    public void check(ClientMetadata metadata, RuleContext context) {
        boolean redirects = !metadata.texts(RESPONSE_TYPES).isEmpty();
        boolean registered = !metadata.texts(REDIRECT_URIS).isEmpty();
        if (redirects && !registered) {
            context.refuse(REDIRECT_URIS, "required; at least one URI for clients with a response type");
        } else if (!redirects && registered && context.policy().refuseUnusedRedirectUris()) {
            context.refuse(REDIRECT_URIS, "must be absent, because no registered grant uses redirects");
        }
    }
}
