package io.registrar.metadata.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.MetadataFields;
import io.registrar.metadata.profile.Profile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Reads the JSON form of limits strictly: known names, right types; whether a deployment can mean it is not asked. */
final class LimitsReader {

    private static final Map<String, MetadataField> FIELDS =
            MetadataFields.all().stream().collect(Collectors.toMap(MetadataField::name, field -> field));

    private final List<LimitProblem> problems;
    private final Map<AllowedList, List<String>> allowed = new LinkedHashMap<>();
    private final Map<String, List<String>> lists = new LinkedHashMap<>();
    private final Map<MetadataField, Long> maximum = new LinkedHashMap<>();
    private final Set<MetadataField> required = new LinkedHashSet<>();
    private final Map<MetadataField, JsonNode> fixed = new LinkedHashMap<>();
    private Optional<Profile> profile = Optional.empty();
    private Optional<Integer> quota = Optional.empty();

    /** @param problems takes what is wrong; while it is empty afterwards, what was read can be used */
    LimitsReader(List<LimitProblem> problems) {
        this.problems = problems;
    }

    PolicyLimits read(JsonNode json) {
        if (json.isObject()) {
            json.properties().forEach(member -> member(member.getKey(), member.getValue()));
        } else {
            refuse("", "must be a JSON object");
        }
        return new PolicyLimits(
                allowed,
                Optional.ofNullable(lists.get("scopes")),
                Optional.ofNullable(lists.get("default_scopes")),
                Optional.ofNullable(lists.get("redirect_hosts")),
                Optional.ofNullable(lists.get("uri_hosts")),
                maximum,
                required,
                fixed,
                profile,
                quota);
    }

    private void member(String name, JsonNode value) {
        switch (name) {
            case "scopes", "default_scopes", "redirect_hosts", "uri_hosts" -> lists.put(name, texts(name, value));
            case "maximum" -> byField(name, value).forEach((field, most) -> maximum.put(field, number(field, most)));
            case "required" ->
                texts(name, value).forEach(member -> field(name, member).ifPresent(required::add));
            case "fixed" -> fixed.putAll(byField(name, value));
            case "profile" -> profile = profile(value);
            case "quota" -> quota = quota(value);
            default ->
                AllowedList.of(name)
                        .ifPresentOrElse(
                                list -> allowed.put(list, texts(name, value)),
                                () -> refuse("", "hold a member that is no limit"));
        }
    }

    private List<String> texts(String name, JsonNode value) {
        List<String> texts = StreamSupport.stream(value.spliterator(), false)
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .toList();
        if (!value.isArray() || value.isEmpty() || texts.size() != value.size()) {
            refuse(name, "must be an array of strings that is not empty; without it there is no bound");
        }
        return texts;
    }

    private Map<MetadataField, JsonNode> byField(String name, JsonNode value) {
        Map<MetadataField, JsonNode> members = new LinkedHashMap<>();
        if (!value.isObject()) {
            refuse(name, "must be an object with metadata members");
        }
        value.properties()
                .forEach(member -> field(name, member.getKey()).ifPresent(it -> members.put(it, member.getValue())));
        return members;
    }

    private Optional<MetadataField> field(String name, String member) {
        Optional<MetadataField> field = Optional.ofNullable(FIELDS.get(member));
        if (field.isEmpty()) {
            refuse(name + "." + member, "names no metadata member that clients send");
        }
        return field;
    }

    private long number(MetadataField field, JsonNode value) {
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            refuse("maximum." + field.name(), "must be a whole number");
        }
        return value.longValue();
    }

    private Optional<Profile> profile(JsonNode value) {
        Optional<Profile> named = Optional.ofNullable(value.textValue()).flatMap(LimitsWriter::profileOf);
        if (named.isEmpty()) {
            List<String> names = new ArrayList<>();
            List.of(Profile.values()).forEach(profile -> names.add(profile.settingName()));
            refuse("profile", "must be one of: " + String.join(", ", names));
        }
        return named;
    }

    private Optional<Integer> quota(JsonNode value) {
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < 1) {
            refuse("quota", "must be a whole number from 1");
        }
        return Optional.of(value.intValue());
    }

    private void refuse(String path, String why) {
        problems.add(new LimitProblem(path, why));
    }
}
