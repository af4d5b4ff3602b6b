package io.registrar.metadata.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A scope: tokens with single spaces between (RFC 6749 §3.3); repeats collapse. */
public record ScopeRule() implements ValueRule {

    private static final int LONGEST_TOKEN = 255;

    @Override
    public void check(JsonNode value, ValueCheck check) {
        if (!value.isTextual()) {
            check.wrongType("must be a string with spaces between the scopes, not an array");
            return;
        }
        problem(value.textValue(), check).ifPresent(check::refuse);
    }

    private static Optional<String> problem(String scope, ValueCheck check) {
        if (scope.isEmpty()) {
            return Optional.of("must not be empty; leave the member out instead");
        }
        if (scope.length() > Limit.SCOPE_LENGTH.in(check)) {
            return Optional.of("must have at most " + Limit.SCOPE_LENGTH.in(check) + " characters");
        }
        List<String> tokens = List.of(scope.split(" ", -1));
        if (tokens.stream().anyMatch(String::isEmpty)) {
            return Optional.of("single spaces go between scopes, none before, none after");
        }
        if (tokens.size() > Limit.SCOPES.in(check)) {
            return Optional.of("must name at most " + Limit.SCOPES.in(check) + " scopes");
        }
        if (tokens.stream().anyMatch(token -> token.length() > LONGEST_TOKEN)) {
            return Optional.of("each scope must have at most " + LONGEST_TOKEN + " characters");
        }
        if (!scope.chars().allMatch(c -> c == ' ' || isTokenCharacter(c))) {
            return Optional.of("scopes are printable ASCII without space, quote and backslash (RFC 6749 3.3)");
        }
        if (check.policy().commaSeparatedReaders() && scope.indexOf(',') >= 0) {
            return Optional.of("must not hold a comma; put single spaces between scopes");
        }
        return Optional.empty();
    }

    private static boolean isTokenCharacter(int c) {
        return c >= 0x21 && c <= 0x7E && c != '"' && c != '\\';
    }

    @Override
    public JsonNode canonical(JsonNode value) {
        return TextNode.valueOf(String.join(
                " ", new LinkedHashSet<>(Arrays.asList(value.textValue().split(" ")))));
    }

    @Override
    public Map<String, Object> jsonSchema() {
        return Map.of("type", "string", "minLength", 1, "maxLength", Limit.SCOPE_LENGTH.standard());
    }
}
