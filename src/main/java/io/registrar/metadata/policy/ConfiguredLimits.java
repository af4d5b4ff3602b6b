package io.registrar.metadata.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.registrar.metadata.FetchedJson;
import io.registrar.metadata.InvalidClientMetadataException;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.MetadataFields;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The limits of a policy in the settings, in the JSON form that all limits have, so that one reader judges both. */
final class ConfiguredLimits {

    private final MemberValues values;

    ConfiguredLimits(Deployment deployment) {
        this.values = new MemberValues(deployment);
    }

    ObjectNode json(PolicySettings settings) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        put(json, "grant_types", settings.grantTypes());
        put(json, "response_types", settings.responseTypes());
        put(json, "token_endpoint_auth_methods", settings.tokenEndpointAuthMethods());
        put(json, "application_types", settings.applicationTypes());
        put(json, "scopes", settings.scopes());
        put(json, "default_scopes", settings.defaultScopes());
        put(json, "redirect_hosts", settings.redirectHosts());
        put(json, "uri_hosts", settings.uriHosts());
        put(json, "required", settings.required());
        if (!settings.maximum().isEmpty()) {
            ObjectNode maximum = json.putObject("maximum");
            settings.maximum().forEach((member, most) -> maximum.put(member, most));
        }
        if (!settings.fixed().isEmpty()) {
            ObjectNode fixed = json.putObject("fixed");
            settings.fixed().forEach((member, text) -> fixed.set(member, value(member, text)));
        }
        settings.profile().ifPresent(profile -> json.put("profile", profile.settingName()));
        settings.quota().ifPresent(quota -> json.put("quota", quota));
        return json;
    }

    private static void put(ObjectNode json, String name, Optional<List<String>> texts) {
        texts.ifPresent(list -> json.set(name, LimitsWriter.array(list)));
    }

    // "1.0" is a number and, for software_version, a text: whatever the member can have.
    private JsonNode value(String member, String text) {
        Optional<MetadataField> field = MetadataFields.all().stream()
                .filter(it -> it.name().equals(member))
                .findFirst();
        JsonNode plain = TextNode.valueOf(text);
        return Stream.concat(json(text).stream(), Stream.of(plain))
                .filter(value -> field.flatMap(it -> values.problem(it, value)).isEmpty())
                .findFirst()
                .orElseGet(() -> json(text).orElse(plain));
    }

    private static Optional<JsonNode> json(String text) {
        try {
            return Optional.of(FetchedJson.read(text.getBytes(StandardCharsets.UTF_8)))
                    .filter(value -> !value.isNull());
        } catch (InvalidClientMetadataException notJson) {
            return Optional.empty();
        }
    }
}
