package io.registrar.metadata.policy;

import static io.registrar.metadata.MetadataFields.SCOPE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.registrar.metadata.ClientMetadata;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.RegistrationTerms;
import io.registrar.metadata.RuleContext;
import io.registrar.metadata.profile.Tightening;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A client has these scopes only, by default, too.
 *
 * @param whose who demands it, in words that follow "allowed by"
 */
record AllowedScopes(List<ScopePattern> patterns, String whose) implements Tightening {

    @Override
    public Set<MetadataField> reads() {
        return Set.of(SCOPE);
    }

    @Override
    public void check(ClientMetadata metadata, RuleContext context) {
        if (!metadata.words(SCOPE).stream().allMatch(this::admits)) {
            String list = patterns.stream().map(ScopePattern::text).collect(Collectors.joining(", "));
            context.refuse(SCOPE, "names a scope that is not allowed by " + whose + "; use only: " + list);
        }
    }

    @Override
    public Optional<JsonNode> defaultOf(MetadataField of, Optional<JsonNode> usual, RegistrationTerms terms) {
        return of == SCOPE ? usual.flatMap(this::admitted) : usual;
    }

    private Optional<JsonNode> admitted(JsonNode scope) {
        String left =
                Arrays.stream(scope.textValue().split(" ")).filter(this::admits).collect(Collectors.joining(" "));
        return left.isEmpty() ? Optional.empty() : Optional.of(TextNode.valueOf(left));
    }

    @Override
    public boolean permits(MetadataField of, String value) {
        return of != SCOPE || admits(value);
    }

    private boolean admits(String scope) {
        return patterns.stream().anyMatch(pattern -> pattern.admits(scope));
    }
}
