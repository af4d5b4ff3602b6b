package io.registrar.metadata.policy;

import io.registrar.metadata.ClientMetadata;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.RuleContext;
import io.registrar.metadata.profile.Tightening;
import io.registrar.metadata.uri.RawUri;
import io.registrar.metadata.uri.RedirectTarget;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Users are sent to these places only.
 *
 * @param field addresses that the user is sent to
 * @param whose who demands it, in words that follow "allowed by"
 */
record RedirectHosts(MetadataField field, List<RedirectTarget> targets, String whose) implements Tightening {

    @Override
    public Set<MetadataField> reads() {
        return Set.of(field);
    }

    @Override
    public Set<MetadataField> readsByElement() {
        return reads();
    }

    @Override
    public void check(ClientMetadata metadata, RuleContext context) {
        String advice = "this host or scheme is not allowed by " + whose + "; use one of: "
                + targets.stream().map(RedirectTarget::text).collect(Collectors.joining(", "));
        context.judge(metadata, field, uri -> permits(field, uri) ? Optional.empty() : Optional.of(advice));
    }

    @Override
    public boolean permits(MetadataField of, String uri) {
        return of != field || targets.stream().anyMatch(target -> target.admits(RawUri.of(uri)));
    }
}
