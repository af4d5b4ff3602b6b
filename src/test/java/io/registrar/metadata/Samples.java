package io.registrar.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.registrar.metadata.value.ValueCheck;
import io.registrar.testing.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Values for any declared member, found by asking its own value rule, and clients that may send it, found in its
 * declaration: a new member is covered without a new test.
 */
public final class Samples {

    /** Switches on what is off by default, so that every member is known. */
    public static final Map<String, String> EVERYTHING =
            Map.of("accept-federation-metadata", "true", "grant-types", String.join(",", GrantType.ALL));

    private static final MetadataPolicy POLICY = Settings.of(MetadataPolicy.class, Map.of());
    private static final OutboundPolicy OUTBOUND = Settings.of(OutboundPolicy.class, Map.of());

    /** In this order: the first that a rule takes is its sample. */
    private static final List<String> TEXTS = List.of(
            "https://app.example.com",
            "192.0.2.1",
            "client.example.com",
            "client@example.com",
            "CN=client,O=Example",
            "openid profile",
            "Sample \u00e9");

    private Samples() {}

    /** The deployment that knows them all. */
    static Registrations deployment() {
        return Registrations.with(EVERYTHING.entrySet().stream()
                .flatMap(setting -> Stream.of(setting.getKey(), setting.getValue()))
                .toArray(String[]::new));
    }

    /** The members that a client can register. */
    public static List<MetadataField> fields() {
        return MetadataFields.all().stream()
                .filter(field -> !field.name().equals("software_statement"))
                .toList();
    }

    /** Every value of the pool that is sound for the member by itself; none is missing by mistake. */
    static List<JsonNode> valuesOf(MetadataField field) {
        List<JsonNode> sound =
                pool(field).filter(value -> isSound(field, value)).toList();
        if (sound.isEmpty()) {
            throw new IllegalStateException("no sample for " + field + ": its kind of value is not in the pool");
        }
        return sound;
    }

    static boolean isSound(MetadataField field, JsonNode value) {
        List<String> problems = new ArrayList<>();
        field.value()
                .check(
                        value,
                        new ValueCheck("", "", POLICY, OUTBOUND, (place, type, problem) -> problems.add(problem)));
        return problems.isEmpty();
    }

    private static Stream<JsonNode> pool(MetadataField field) {
        Map<String, Object> schema = field.jsonSchema();
        Object element = schema.get("items") instanceof Map<?, ?> items ? items.get("enum") : schema.get("enum");
        List<JsonNode> texts = Stream.concat(
                        element instanceof List<?> names ? names.stream().map(Object::toString) : Stream.empty(),
                        TEXTS.stream())
                .<JsonNode>map(TextNode::valueOf)
                .toList();
        Stream<JsonNode> others =
                Stream.of(LongNode.valueOf(60), BooleanNode.TRUE, BooleanNode.FALSE, Json.value(Keys.BOTH));
        return Stream.of(texts.stream(), texts.stream().map(text -> array().add(text)), others)
                .flatMap(values -> values);
    }

    private static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /** A client that may send the member, without it. */
    static ObjectNode clientFor(MetadataField field) {
        ObjectNode client = Json.client(kind(field.applicability()), "");
        field.keyNeeded().ifPresent(use -> client.set("jwks", Json.value(Keys.BOTH)));
        field.companion().ifPresent(companion -> {
            client.setAll(clientFor(companion));
            client.set(companion.name(), valuesOf(companion).get(0));
        });
        if (field == MetadataFields.BACKCHANNEL_CLIENT_NOTIFICATION_ENDPOINT) {
            client.put("backchannel_token_delivery_mode", "ping");
        }
        return client;
    }

    private static String kind(Applicability clients) {
        return switch (clients) {
            case ALWAYS, USER_GRANT, AUTHORIZATION_CODE, REDIRECT_FLOW -> "web";
            case REFRESH_TOKEN -> "refreshing";
            case SLIDING_REFRESH_TOKEN -> "sliding";
            case OPENID_SCOPE -> "openid";
            case TLS_CLIENT_AUTH -> "tls";
            case SIGNED_ASSERTION -> "jwt";
            case UMA -> "uma";
            case CIBA -> "ciba";
        };
    }

    /** A client with the member in it, of a value that is not what the member would be anyway, if there is one. */
    public static ObjectNode clientWith(MetadataField field) {
        List<ObjectNode> clients = valuesOf(field).stream()
                .map(value -> (ObjectNode) clientFor(field).set(field.name(), value))
                .filter(client -> deployment().violations(client).isEmpty())
                .toList();
        ObjectNode without = clientFor(field);
        without.remove(field.name());
        JsonNode usual = deployment().violations(without).isEmpty()
                ? deployment().kept(without).path(field.name())
                : JsonNodeFactory.instance.missingNode();
        return clients.stream()
                .filter(client -> !client.get(field.name()).equals(usual))
                .findFirst()
                .orElseGet(() -> clients.get(0));
    }

    /** So many sound registrations with several members each, always the same for one seed. */
    public static List<ObjectNode> registrations(long seed, int count) {
        Random random = new Random(seed);
        return Stream.generate(() -> registration(random))
                .filter(client -> deployment().violations(client).isEmpty())
                .limit(count)
                .toList();
    }

    private static ObjectNode registration(Random random) {
        List<MetadataField> fields = fields();
        ObjectNode client = clientFor(fields.get(random.nextInt(fields.size())));
        for (int i = random.nextInt(10); i > 0; i--) {
            MetadataField field = fields.get(random.nextInt(fields.size()));
            List<JsonNode> values = valuesOf(field);
            ObjectNode more = client.deepCopy();
            more.set(field.name(), values.get(random.nextInt(values.size())));
            if (deployment().violations(more).isEmpty()) {
                client = more;
            }
        }
        return client;
    }
}
