package io.registrar.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every URI that a client can register is bounded by one list of hosts of its policy, and its declaration says by which. */
class FollowedUriTest {

    private static final JsonNode URI = TextNode.valueOf("https://app.example.com");
    private static final JsonNode NO_URI = TextNode.valueOf("plain");

    /** Found by what they take, whatever their rule is called. */
    static Stream<MetadataField> uris() {
        return Samples.fields().stream()
                .filter(field -> takes(field, URI) && !takes(field, NO_URI)
                        || field.jsonSchema().toString().contains("format=uri"));
    }

    static Stream<MetadataField> followed() {
        return uris().filter(field -> setting(field) != null);
    }

    private static boolean takes(MetadataField field, JsonNode text) {
        return Samples.isSound(field, text) || Samples.isSound(field, array(text));
    }

    private static JsonNode array(JsonNode text) {
        return Json.value("['" + text.textValue() + "']");
    }

    private static String setting(MetadataField field) {
        return switch (field.followedBy().orElse(Follower.NOBODY)) {
            case BROWSER -> "redirect-hosts";
            case OTHERS -> "uri-hosts";
            case NOBODY -> null;
        };
    }

    private static String other(MetadataField field) {
        return setting(field).equals("uri-hosts") ? "redirect-hosts" : "uri-hosts";
    }

    private static boolean isRefused(String name, ObjectNode client, String... settings) {
        Registrations deployment = Registrations.with(Stream.concat(
                        Samples.EVERYTHING.entrySet().stream()
                                .flatMap(setting -> Stream.of(setting.getKey(), setting.getValue())),
                        Stream.of(settings))
                .toArray(String[]::new));
        return deployment.pointers(client).stream().anyMatch(pointer -> (pointer + "/").startsWith("/" + name + "/"));
    }

    private static ObjectNode clientWith(MetadataField field, String name) {
        ObjectNode client = Samples.clientFor(field);
        client.set(name, Samples.isSound(field, URI) ? URI : array(URI));
        return client;
    }

    @Test
    void everyUriSaysWhoFollowsItAndNothingElseDoes() {
        assertEquals(
                uris().toList(),
                Samples.fields().stream()
                        .filter(field -> field.followedBy().isPresent())
                        .toList());
    }

    /** One more here takes a reason: an operator's lists say nothing of it. */
    @Test
    void onlyTheNameInACertificateIsFollowedByNobody() {
        assertEquals(
                List.of("tls_client_auth_san_uri"),
                MetadataFields.followedBy(Follower.NOBODY).stream()
                        .map(MetadataField::name)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("followed")
    void itsOwnListBoundsItAndTheOtherDoesNot(MetadataField field) {
        String policy = "registrar.policies.default.";
        ObjectNode client = clientWith(field, field.name());

        assertTrue(isRefused(field.name(), client, policy + setting(field), "elsewhere.example"));
        assertFalse(isRefused(field.name(), client, policy + setting(field), "*.example.com"));
        assertFalse(isRefused(field.name(), client, policy + other(field), "elsewhere.example"));
    }

    @ParameterizedTest
    @MethodSource("followed")
    void soItDoesInEveryLanguage(MetadataField field) {
        if (field.localizable()) {
            String setting = "registrar.policies.default." + setting(field);
            ObjectNode client = clientWith(field, field.name() + "#de-CH");

            assertTrue(isRefused(field.name() + "#de-CH", client, setting, "elsewhere.example"));
            assertFalse(isRefused(field.name() + "#de-CH", client, setting, "app.example.com"));
        }
    }

    @ParameterizedTest
    @MethodSource("followed")
    void theHostsOfTheDeploymentBoundWhatTheBrowserFollows(MetadataField field) {
        ObjectNode client = clientWith(field, field.name());
        boolean isBounded = setting(field).equals("redirect-hosts");

        assertEquals(isBounded, isRefused(field.name(), client, "allowed-redirect-hosts", "elsewhere.example"));
        assertEquals(isBounded, isRefused(field.name(), client, "denied-redirect-hosts", "app.example.com"));
        assertFalse(isRefused(field.name(), client, "allowed-redirect-hosts", "*.example.com"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Follower.class,
            names = {"BROWSER", "OTHERS"})
    void theReadmeNamesTheMembersOfEachList(Follower follower) throws IOException {
        String setting = follower == Follower.BROWSER ? "redirect-hosts" : "uri-hosts";
        String row = Files.readAllLines(Path.of("README.md")).stream()
                .filter(line -> line.startsWith("| `registrar.policies.<name>." + setting + "`"))
                .findFirst()
                .orElseThrow();
        for (MetadataField field : MetadataFields.followedBy(follower)) {
            assertTrue(row.matches(".*\\b" + field.name() + "\\b.*"), field + " in " + row);
        }
    }
}
