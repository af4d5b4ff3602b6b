package io.registrar.metadata.policy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.registrar.metadata.profile.Profile;
import java.util.Optional;
import java.util.stream.Stream;

/** Limits as JSON; what is not bounded is left out. */
final class LimitsWriter {

    private LimitsWriter() {}

    static ObjectNode write(PolicyLimits limits) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        limits.allowed().forEach((list, values) -> json.set(list.wireName(), array(values)));
        limits.scopes().ifPresent(scopes -> json.set("scopes", array(scopes)));
        limits.defaultScopes().ifPresent(scopes -> json.set("default_scopes", array(scopes)));
        limits.redirectHosts().ifPresent(hosts -> json.set("redirect_hosts", array(hosts)));
        limits.uriHosts().ifPresent(hosts -> json.set("uri_hosts", array(hosts)));
        if (!limits.maximum().isEmpty()) {
            ObjectNode maximum = json.putObject("maximum");
            limits.maximum().forEach((field, most) -> maximum.put(field.name(), most));
        }
        if (!limits.required().isEmpty()) {
            json.set(
                    "required",
                    array(limits.required().stream().map(Object::toString).toList()));
        }
        if (!limits.fixed().isEmpty()) {
            ObjectNode fixed = json.putObject("fixed");
            limits.fixed().forEach((field, value) -> fixed.set(field.name(), value.deepCopy()));
        }
        limits.profile().ifPresent(profile -> json.put("profile", profile.settingName()));
        limits.quota().ifPresent(quota -> json.put("quota", quota));
        return json;
    }

    static Optional<Profile> profileOf(String name) {
        return Stream.of(Profile.values())
                .filter(profile -> profile.settingName().equals(name))
                .findFirst();
    }

    static ArrayNode array(Iterable<String> texts) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        texts.forEach(array::add);
        return array;
    }
}
