package io.registrar.metadata.rules;

import static io.registrar.metadata.MetadataFields.REDIRECT_URIS;

import io.registrar.metadata.ClientMetadata;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.MetadataRule;
import io.registrar.metadata.RuleContext;
import io.registrar.metadata.uri.Origin;
import io.registrar.metadata.uri.RawUri;
import io.registrar.metadata.uri.Site;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where the deployment wants it, the pages that users are shown are on the client's own site, so that one client cannot
 * look like another (RFC 7591 §5, reference A.1 {@code sameSitePages}).
 *
 * @param field a page
 */
record PageSiteRule(MetadataField field) implements MetadataRule {

    @Override
    public Set<MetadataField> reads() {
        return Set.of(field, REDIRECT_URIS);
    }

    @Override
    public void check(ClientMetadata metadata, RuleContext context) {
        if (!context.policy().sameSitePages()) {
            return;
        }
        Set<String> sites = RedirectOrigins.of(metadata)
                .map(origin -> Site.of(origin.host()))
                .collect(Collectors.toSet());
        metadata.inAllLanguages(field).forEach((name, uri) -> {
            if (!sites.contains(Site.of(Origin.of(RawUri.of(uri)).host()))) {
                context.refuse(field, name, "must be on the site of a redirect URI");
            }
        });
    }
}
