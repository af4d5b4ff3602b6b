package io.registrar.metadata.rules;

import static io.registrar.metadata.MetadataFields.FRONTCHANNEL_LOGOUT_URI;
import static io.registrar.metadata.MetadataFields.REDIRECT_URIS;

import io.registrar.metadata.ClientMetadata;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.MetadataRule;
import io.registrar.metadata.RuleContext;
import io.registrar.metadata.uri.Origin;
import io.registrar.metadata.uri.RawUri;
import java.util.Set;

/** The logout page is where the client is: scheme, host and port of a redirect URI (Front-Channel Logout §2, X27). */
final class FrontChannelLogoutRule implements MetadataRule {

    @Override
    public Set<MetadataField> reads() {
        return Set.of(FRONTCHANNEL_LOGOUT_URI, REDIRECT_URIS);
    }

    @Override
    public void check(ClientMetadata metadata, RuleContext context) {
        metadata.text(FRONTCHANNEL_LOGOUT_URI)
                .map(uri -> Origin.of(RawUri.of(uri)))
                .filter(origin -> RedirectOrigins.of(metadata).noneMatch(origin::equals))
                .ifPresent(origin -> context.refuse(
                        FRONTCHANNEL_LOGOUT_URI, "must have the scheme, host and port of a redirect URI"));
    }
}
