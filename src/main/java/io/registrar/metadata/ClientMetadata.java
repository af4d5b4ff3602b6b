package io.registrar.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/**
 * What is registered about a client: members sent and defaults, without what the server issues. Immutable; values are
 * kept code point for code point. Members stand in the order of the table, language variants after their base, so that
 * two texts of one registration are equal.
 */
public final class ClientMetadata {

    private static final Comparator<String> TABLE_ORDER = Comparator.<String>comparingInt(
                    name -> MetadataFields.of(name).map(MetadataFields::place).orElse(Integer.MAX_VALUE))
            .thenComparing(Comparator.naturalOrder());

    private final Map<String, JsonNode> members;

    private ClientMetadata(Map<String, JsonNode> members) {
        this.members = members;
    }

    static ClientMetadata of(Map<String, JsonNode> members) {
        Map<String, JsonNode> ordered = new LinkedHashMap<>();
        members.keySet().stream().sorted(TABLE_ORDER).forEach(name -> ordered.put(name, members.get(name)));
        return new ClientMetadata(Collections.unmodifiableMap(ordered));
    }

    /** A look at members that are still being put together, in no order. */
    static ClientMetadata unordered(Map<String, JsonNode> members) {
        return new ClientMetadata(members);
    }

    /** What {@link #toJsonText} wrote, and a store kept; not validated again. */
    public static ClientMetadata ofStored(String json) {
        return of(StoredJson.read(json));
    }

    /** A fresh JSON object. */
    public ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        members.forEach((name, value) -> json.set(name, value.deepCopy()));
        return json;
    }

    /** The JSON object as text. */
    public String toJsonText() {
        return StoredJson.write(toJson());
    }

    /** Whether the member is there. */
    public boolean has(MetadataField field) {
        return members.containsKey(field.name());
    }

    /** A string member. */
    public Optional<String> text(MetadataField field) {
        return Optional.ofNullable(members.get(field.name())).map(JsonNode::textValue);
    }

    /** The words of a string member with single spaces between; none when it is absent. */
    public List<String> words(MetadataField field) {
        return text(field).map(text -> List.of(text.split(" "))).orElse(List.of());
    }

    /** Whether a string member has this value. */
    public boolean is(MetadataField field, String value) {
        return text(field).filter(value::equals).isPresent();
    }

    /** A string member in all languages, by full name ({@code client_uri}, {@code client_uri#fr}). */
    public Map<String, String> inAllLanguages(MetadataField field) {
        Map<String, String> texts = new LinkedHashMap<>();
        members.forEach((name, value) -> {
            if (isOf(field, name) && value.isTextual()) {
                texts.put(name, value.textValue());
            }
        });
        return texts;
    }

    private static boolean isOf(MetadataField field, String name) {
        return name.equals(field.name()) || (field.localizable() && name.startsWith(field.name() + "#"));
    }

    /** The elements of an array of strings; empty when the member is absent. */
    public List<String> texts(MetadataField field) {
        JsonNode array = members.getOrDefault(field.name(), JsonNodeFactory.instance.arrayNode());
        return StreamSupport.stream(array.spliterator(), false)
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .toList();
    }

    /** A boolean member; {@code false} when it is absent. */
    public boolean flag(MetadataField field) {
        return Optional.ofNullable(members.get(field.name()))
                .map(JsonNode::booleanValue)
                .orElse(false);
    }

    /** Whether the member asks for something: {@code false} and an empty array ask for nothing. */
    public boolean asks(MetadataField field) {
        JsonNode value = members.get(field.name());
        return value != null && (value.isBoolean() ? value.booleanValue() : !(value.isArray() && value.isEmpty()));
    }

    /** An integral number. */
    public Optional<Long> number(MetadataField field) {
        return Optional.ofNullable(members.get(field.name()))
                .filter(JsonNode::isIntegralNumber)
                .map(JsonNode::longValue);
    }

    /** A copy of a member of any type. */
    public Optional<JsonNode> json(MetadataField field) {
        return Optional.ofNullable(members.get(field.name())).map(JsonNode::deepCopy);
    }

    /** The names of the members that this and another registration do not have in common. */
    public Set<String> differencesTo(ClientMetadata other) {
        Set<String> names = new TreeSet<>(members.keySet());
        names.addAll(other.members.keySet());
        names.removeIf(name -> Objects.equals(members.get(name), other.members.get(name)));
        return names;
    }

    Map<String, JsonNode> members() {
        return members;
    }

    /** The same without all but these members: what a rule sees is what it said it reads. */
    ClientMetadata only(Set<MetadataField> fields) {
        Map<String, JsonNode> kept = new HashMap<>();
        fields.forEach(field -> kept.computeIfAbsent(field.name(), members::get));
        fields.stream()
                .filter(MetadataField::localizable)
                .forEach(field -> members.forEach((name, value) -> {
                    if (isOf(field, name)) {
                        kept.put(name, value);
                    }
                }));
        return new ClientMetadata(kept);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ClientMetadata that && members.equals(that.members);
    }

    @Override
    public int hashCode() {
        return members.hashCode();
    }

    /** Member names only: contacts are personal data and belong in no log. */
    @Override
    public String toString() {
        return "ClientMetadata" + members.keySet();
    }
}
