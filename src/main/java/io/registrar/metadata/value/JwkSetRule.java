package io.registrar.metadata.value;

import com.fasterxml.jackson.databind.JsonNode;
import io.registrar.metadata.key.JwkSetCheck;
import java.util.List;
import java.util.Map;

/** A JWK Set by value (RFC 7517 §5): public keys only, kept exactly as sent, unknown key members included. */
public record JwkSetRule() implements ValueRule {

    @Override
    public void check(JsonNode value, ValueCheck check) {
        if (!value.isObject()) {
            check.wrongType("must be an object");
            return;
        }
        JwkSetCheck.run(value, Limit.JWKS_BYTES.in(check), Limit.JWKS_KEYS.in(check), new JwkSetCheck.SetReport() {
            @Override
            public void refuse(String why) {
                check.refuse(why);
            }

            @Override
            public void refuse(int key, String member, String why) {
                ValueCheck place = check.at("keys").at(key);
                (member.isEmpty() ? place : place.at(member)).refuse(why);
            }
        });
    }

    @Override
    public Map<String, Object> jsonSchema() {
        Map<String, Object> keys =
                Map.of("type", "array", "maxItems", Limit.JWKS_KEYS.standard(), "items", Map.of("type", "object"));
        return Map.of("type", "object", "required", List.of("keys"), "properties", Map.of("keys", keys));
    }
}
