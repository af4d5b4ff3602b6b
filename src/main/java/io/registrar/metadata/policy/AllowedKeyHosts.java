package io.registrar.metadata.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.registrar.metadata.ClientMetadata;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.MetadataFields;
import io.registrar.metadata.RuleContext;
import io.registrar.metadata.profile.Tightening;
import io.registrar.metadata.uri.RawUri;
import io.registrar.metadata.uri.UriTarget;
import io.registrar.metadata.uri.WebUri;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Keys sent by value point to certificates ({@code x5u}, RFC 7517 §4.6) on these hosts only: this service never reads
 * them, and whoever reads the set may.
 *
 * @param whose who demands it, in words that follow "allowed by"
 */
record AllowedKeyHosts(List<UriTarget> targets, String whose) implements Tightening {

    private static final String POINTER = "x5u";

    static AllowedKeyHosts of(List<String> hosts, String whose) {
        return new AllowedKeyHosts(hosts.stream().map(UriTarget::new).toList(), whose);
    }

    @Override
    public Set<MetadataField> reads() {
        return Set.of(MetadataFields.JWKS);
    }

    @Override
    public void check(ClientMetadata metadata, RuleContext context) {
        JsonNode keys = metadata.json(MetadataFields.JWKS)
                .map(set -> set.path("keys"))
                .filter(JsonNode::isArray)
                .orElseGet(JsonNodeFactory.instance::arrayNode);
        for (int i = 0; i < keys.size(); i++) {
            JsonNode uri = keys.get(i).path(POINTER);
            if (uri.isTextual() && !isAdmitted(uri.textValue())) {
                context.refuse(MetadataFields.JWKS, "jwks/keys/" + i + "/" + POINTER, advice());
            }
        }
    }

    private String advice() {
        return "x5u must be an http or https URI on a host that is allowed by " + whose
                + "; leave it out, or use one of: "
                + targets.stream().map(UriTarget::text).collect(Collectors.joining(", "));
    }

    private boolean isAdmitted(String uri) {
        return WebUri.problem(uri, Integer.MAX_VALUE, true).isEmpty()
                && targets.stream().anyMatch(target -> target.admits(RawUri.of(uri)));
    }
}
