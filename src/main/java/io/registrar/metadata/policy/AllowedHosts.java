package io.registrar.metadata.policy;

import io.registrar.metadata.ClientMetadata;
import io.registrar.metadata.Follower;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.MetadataFields;
import io.registrar.metadata.RuleContext;
import io.registrar.metadata.profile.Tightening;
import io.registrar.metadata.uri.RawUri;
import io.registrar.metadata.uri.UriTarget;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The URIs of a member, in every language, lead to these places only.
 *
 * @param field a member whose declaration says who follows it
 * @param whose who demands it, in words that follow "allowed by"
 */
record AllowedHosts(MetadataField field, List<UriTarget> targets, String whose) implements Tightening {

    /** One for each member that is followed by such. */
    static Stream<AllowedHosts> of(Follower follower, List<String> hosts, String whose) {
        List<UriTarget> targets = hosts.stream().map(UriTarget::new).toList();
        return MetadataFields.followedBy(follower).stream().map(field -> new AllowedHosts(field, targets, whose));
    }

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
        String what = field.followedBy().filter(Follower.BROWSER::equals).isPresent() ? "host or scheme" : "host";
        String advice = "this " + what + " is not allowed by " + whose + "; use one of: "
                + targets.stream().map(UriTarget::text).collect(Collectors.joining(", "));
        context.judge(metadata, field, uri -> permits(field, uri) ? Optional.empty() : Optional.of(advice));
    }

    @Override
    public boolean permits(MetadataField of, String text) {
        return of != field || uri(text).map(this::isAdmitted).orElse(true);
    }

    // Of contacts some are addresses and numbers, which lead to no host.
    private Optional<RawUri> uri(String text) {
        boolean isContact = field.followedBy().filter(Follower.OTHERS::equals).isPresent() && !RawUri.isWeb(text);
        // A request URI may carry the hash of what it leads to (OpenID Connect Core §6.2), right behind the host even.
        int hash = text.indexOf('#');
        return isContact ? Optional.empty() : Optional.of(RawUri.of(hash < 0 ? text : text.substring(0, hash)));
    }

    private boolean isAdmitted(RawUri uri) {
        return targets.stream().anyMatch(target -> target.admits(uri));
    }
}
