package io.registrar.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** Whatever is sent as a body (reference H). */
class JsonPropertyTest {

    private static final Registrations EVERYTHING = Samples.deployment();

    private static final List<String> NUMBERS = List.of(
            "0",
            "-0",
            "1",
            "60",
            "-1",
            "3600.0",
            "36e2",
            "1e400",
            "-1e-400",
            "0e999999999",
            "1e999999999",
            "9223372036854775808",
            "12345678901234567890123456789012",
            "1.7976931348623157e308",
            "01",
            "+1",
            ".5",
            "1.",
            "0x1",
            "NaN",
            "-",
            "1E+2147483648");

    private static final List<String> STRINGS = List.of(
            "\"\"",
            "\"a\"",
            "\"\\u0061\"",
            "\"\\ud800\"",
            "\"\\ud83d\\ude00\"",
            "\"\\udc00\\ud800\"",
            "\"\\u0000\"",
            "\"\\u202e\"",
            "\"\\n\"",
            "\"\\x\"",
            "\"\u00e9\u4e2d\"",
            "\"https://app.example.com/cb\"",
            "\"openid\"",
            "\"authorization_code\"",
            "\"ES256\"",
            "\"none\"",
            "'a'",
            "\"");

    /** JSON and almost JSON: repeated names, depth, odd numbers, half surrogates. */
    @Provide
    Arbitrary<String> values() {
        Arbitrary<String> leaf = Arbitraries.oneOf(
                Arbitraries.of(NUMBERS),
                Arbitraries.of(STRINGS),
                Arbitraries.of("true", "false", "null", "[]", "{}", "tru", ""));
        return Arbitraries.recursive(
                () -> leaf,
                inner -> Arbitraries.oneOf(
                        inner.list().ofMaxSize(3).map(items -> "[" + String.join(",", items) + "]"), objects(inner)),
                0,
                4);
    }

    private static Arbitrary<String> objects(Arbitrary<String> values) {
        Arbitrary<String> name = Arbitraries.of("a", "\\u0061", "keys", "kty", "x", "__proto__", "\\ud800", "");
        return Combinators.combine(name, values)
                .as((key, value) -> "\"" + key + "\":" + value)
                .list()
                .ofMaxSize(3)
                .map(members -> "{" + String.join(",", members) + "}");
    }

    @Provide
    Arbitrary<String> bodies() {
        List<String> names = Samples.fields().stream().map(MetadataField::name).toList();
        Arbitrary<String> name = Arbitraries.oneOf(
                Arbitraries.of(names),
                Arbitraries.of("unknown", "client_name#fr", "client_name#_", "client_id", "client\\u005fname"));
        Arbitrary<String> member = Combinators.combine(name, values()).as((key, value) -> "\"" + key + "\":" + value);
        Arbitrary<String> more = member.list().ofMaxSize(4).map(members -> String.join(",", members));
        Arbitrary<String> client = more.map(members ->
                "{\"redirect_uris\":[\"https://app.example.com/cb\"]" + (members.isEmpty() ? "" : "," + members) + "}");
        return Arbitraries.oneOf(client, values(), Arbitraries.strings().ofMaxLength(20));
    }

    @Property
    void nothingButARefusalEscapesAndWhatIsAcceptedComesBackFromTheStore(@ForAll("bodies") String body) {
        judge(body.getBytes(StandardCharsets.UTF_8));
    }

    @Property
    void bytesThatAreNoTextAreRefused(@ForAll byte[] bytes) {
        judge(bytes);
        byte[] inText = ("{\"a\":\"" + new String(bytes, StandardCharsets.ISO_8859_1) + "\"}")
                .getBytes(StandardCharsets.ISO_8859_1);
        judge(inText);
    }

    private static void judge(byte[] body) {
        try {
            ClientMetadata kept = EVERYTHING.register(body).metadata();
            assertEquals(kept, ClientMetadata.ofStored(kept.toJsonText()));
            assertEquals(
                    kept.toJsonText(),
                    ClientMetadata.ofStored(kept.toJsonText()).toJsonText());
            assertEquals(kept, EVERYTHING.register(kept.toJsonText()).metadata());
        } catch (InvalidClientMetadataException e) {
            assertFalse(e.violations().isEmpty());
        }
    }

    @Property
    void unknownMembersOfKeysAreKeptAsTheyCame(@ForAll("values") String value) {
        String body =
                "{\"redirect_uris\":[\"https://app.example.com/cb\"],\"jwks\":{\"keys\":[],\"more\":" + value + "}}";
        boolean accepted = EVERYTHING.violations(body).isEmpty();
        Statistics.collect(accepted);
        Statistics.coverage(kinds -> kinds.check(true).percentage(share -> share > 10));
        judge(body.getBytes(StandardCharsets.UTF_8));
    }
}
