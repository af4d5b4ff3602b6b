package io.registrar.metadata.rules;

import static io.registrar.metadata.MetadataFields.POST_LOGOUT_REDIRECT_URIS;
import static io.registrar.metadata.MetadataFields.REDIRECT_URIS;

import io.registrar.metadata.ClientMetadata;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.MetadataRule;
import io.registrar.metadata.RuleContext;
import io.registrar.metadata.uri.Origin;
import io.registrar.metadata.uri.RawUri;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Where the deployment wants it, users are sent after logout to a host that they came from (reference A.4). */
final class LogoutSiteRule implements MetadataRule {

    @Override
    public Set<MetadataField> reads() {
        return Set.of(POST_LOGOUT_REDIRECT_URIS, REDIRECT_URIS);
    }

    @Override
    public Set<MetadataField> readsByElement() {
        return Set.of(POST_LOGOUT_REDIRECT_URIS);
    }

    @Override
    public void check(ClientMetadata metadata, RuleContext context) {
        if (!context.policy().sameSiteLogout()) {
            return;
        }
        Set<String> hosts = RedirectOrigins.of(metadata).map(Origin::host).collect(Collectors.toSet());
        context.judge(
                metadata,
                POST_LOGOUT_REDIRECT_URIS,
                uri -> isElsewhere(RawUri.of(uri), hosts)
                        ? Optional.of("must have the host of a redirect URI")
                        : Optional.empty());
    }

    private static boolean isElsewhere(RawUri uri, Set<String> hosts) {
        return uri.isWeb() && !hosts.contains(Origin.of(uri).host());
    }
}
