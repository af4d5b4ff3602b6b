package io.registrar.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageVariantTest {

    private static final Registrations STRICT = Registrations.with();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fr",
                "FR",
                "de-CH",
                "zh-Hant-TW",
                "sl-rozaj-biske",
                "x-private",
                "i-klingon",
                "en-GB-oed",
                "zh-yue-HK",
                "fr-0-ab",
                "en-a-bbb-x-a",
                "de-x-12345678-12345678-12345678-123"
            })
    void wellFormedTagsAreKeptInTheirLetterCase(String tag) {
        ObjectNode client = Json.webClient("'client_name':'Demo'").put("client_name#" + tag, "D\u00e9mo");
        assertEquals(
                "D\u00e9mo",
                STRICT.register(client)
                        .metadata()
                        .toJson()
                        .get("client_name#" + tag)
                        .textValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "en_US",
                "e",
                "toolonglanguage",
                "mand-yue",
                "fr-",
                "-fr",
                "fr--CA",
                "#fr",
                "fr ",
                "\u00e9",
                "a\"b",
                "de-x-12345678-12345678-12345678-1234",
                "<script>"
            })
    void malformedTagsAreRefusedAndNotRepeated(String tag) {
        List<Violation> violations = STRICT.violations(Json.webClient("").put("client_name#" + tag, "Demo"));
        assertEquals(1, violations.size());
        assertEquals("client_name", violations.get(0).member());
        assertEquals("", violations.get(0).pointer());
        assertEquals(ErrorCode.INVALID_CLIENT_METADATA, violations.get(0).code());
    }

    @Test
    void malformedTagsOfOneMemberAreOneViolation() {
        ObjectNode client = Json.webClient("'client_name#a':'','client_name#en_US':'x','client_uri#x~0':'http://a'");
        assertEquals(
                List.of("client_name", "client_uri"),
                STRICT.violations(client).stream().map(Violation::member).toList());
    }

    @Test
    void tagsThatDifferInLetterCaseOnlyAreTheSame() {
        ObjectNode client =
                Json.webClient("'client_name#fr':'a','client_name#FR':'b','client_uri#fr':'https://a.example/'");
        assertEquals(
                List.of("/client_name#FR"),
                STRICT.violations(client).stream().map(Violation::pointer).toList());
    }

    @Test
    void aMemberMayHave50VariantsAndNoMore() {
        ObjectNode client = Json.webClient("'client_name':'x'");
        IntStream.range(0, 50)
                .forEach(i -> client.put("client_name#x-" + i, "x").put("tos_uri#x-" + i, "https://a.example/"));
        assertEquals(List.of(), STRICT.violations(client));
        client.put("client_name#fr", "x");
        assertEquals(
                List.of("/client_name#fr"),
                STRICT.violations(client).stream().map(Violation::pointer).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"client_name", "client_uri", "logo_uri", "tos_uri", "policy_uri"})
    void everyVariantObeysTheRuleOfItsBase(String member) {
        ObjectNode client = Json.webClient("").put(member + "#fr", " \u0000");
        assertEquals(
                List.of("/" + member + "#fr"),
                STRICT.violations(client).stream().map(Violation::pointer).toList());
        client.put(member + "#fr", "");
        assertEquals(
                List.of("/" + member + "#fr"),
                STRICT.violations(client).stream().map(Violation::pointer).toList());
    }

    @Test
    void otherMembersHaveNoVariants() {
        MetadataFields.all().stream().filter(field -> !field.localizable()).forEach(field -> {
            ObjectNode client = Json.webClient("").put(field.name() + "#fr", " ");
            assertFalse(STRICT.register(client).metadata().toJson().has(field.name() + "#fr"));
        });
        assertEquals(
                List.of(
                        "client_name",
                        "client_uri",
                        "logo_uri",
                        "tos_uri",
                        "policy_uri",
                        "organization_name",
                        "display_name",
                        "description",
                        "keywords",
                        "information_uri",
                        "organization_uri"),
                MetadataFields.all().stream()
                        .filter(MetadataField::localizable)
                        .map(MetadataField::name)
                        .toList());
    }
}
