package io.registrar.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The value a member takes when the client leaves it out (RFC 7591 §2: defaults are part of the response).
 *
 * @param description the default in words, for the documentation; empty when there is none
 * @param dependsOn the members it is computed from: while one of them is wrong, the default is unknown
 * @param formula the computation, over what was sent and the defaults of earlier members
 */
public record FieldDefault(String description, List<String> dependsOn, Formula formula) {

    /** Computes a default. */
    @FunctionalInterface
    public interface Formula {
        /** The default, empty for none. */
        Optional<JsonNode> of(ClientMetadata soFar, RegistrationTerms terms);
    }

    /** The members it is computed from. */
    public Set<MetadataField> reads() {
        return dependsOn.stream()
                .map(name -> MetadataFields.of(name).orElseThrow())
                .collect(Collectors.toSet());
    }

    /** The member stays absent. */
    static FieldDefault none() {
        return new FieldDefault("", List.of(), (metadata, terms) -> Optional.empty());
    }

    /** Always the same value. */
    static FieldDefault of(JsonNode value) {
        return new FieldDefault(value.toString(), List.of(), (metadata, terms) -> Optional.of(value));
    }
}
