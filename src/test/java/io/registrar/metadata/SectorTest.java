package io.registrar.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a sector's document must list (reference F.5, X15, X16). */
class SectorTest {

    private static final Registrations EVERYTHING = Registrations.with("grant-types", String.join(",", GrantType.ALL));
    private static final String JWKS_URI = "https://keys.example.com/jwks";
    private static final String ENDPOINT = "https://rp.example.com/notify";

    private static ClientMetadata ciba(String mode, String subjectType) {
        ObjectNode client = Json.object("{'grant_types':['urn:openid:params:grant-type:ciba'],"
                        + "'token_endpoint_auth_method':'private_key_jwt'}")
                .put("subject_type", subjectType)
                .put("jwks_uri", JWKS_URI)
                .put("backchannel_token_delivery_mode", mode);
        if (!mode.equals("poll")) {
            client.put("backchannel_client_notification_endpoint", ENDPOINT);
        }
        return EVERYTHING.register(client).metadata();
    }

    @ParameterizedTest
    @CsvSource({
        "poll, pairwise, https://keys.example.com/jwks",
        "ping, pairwise, https://keys.example.com/jwks",
        "push, pairwise, https://rp.example.com/notify",
        "poll, public,",
        "push, public,"
    })
    void aClientWithoutRedirectsIsFoundByWhatStandsForIt(String mode, String subjectType, String listed) {
        assertEquals(listed == null ? List.of() : List.of(listed), mustList(ciba(mode, subjectType)));
    }

    @Test
    void theDeviceGrantAloneRestsOnTheKeys() {
        ObjectNode client = Json.object(
                        "{'subject_type':'pairwise','grant_types':['urn:ietf:params:oauth:grant-type:device_code'],"
                                + "'token_endpoint_auth_method':'private_key_jwt'}")
                .put("jwks_uri", JWKS_URI);
        assertEquals(List.of(JWKS_URI), mustList(EVERYTHING.register(client).metadata()));
    }

    private static List<String> mustList(ClientMetadata client) {
        return List.copyOf(Sector.mustList(client).values());
    }

    private static ClientMetadata web() {
        return EVERYTHING
                .register("{\"redirect_uris\":[\"https://a.example/1\",\"https://b.example/2\"]}")
                .metadata();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "['https://b.example/2','https://a.example/1'] | true",
                "['https://a.example/1','https://b.example/2','https://c.example/'] | true",
                "['https://a.example/1'] | false",
                "['https://a.example/1','https://B.example/2'] | false",
                "['https://a.example/1','https://b.example/2/'] | false",
                "['https://a.example/1','https://b.example:443/2'] | false",
                "['https://a.example/1','https://b.example/2',1] | false",
                "['https://a.example/1','https://b.example/2',null] | false",
                "[['https://a.example/1','https://b.example/2']] | false",
                "[] | false",
                "{'https://a.example/1':1,'https://b.example/2':2} | false",
                "'https://a.example/1' | false",
                "null | false"
            })
    void everyRedirectUriMustBeListedLetterByLetter(String document, boolean fine) {
        assertEquals(fine, speaksFor(web(), Json.value(document.replace('\'', '"'))));
    }

    private static boolean speaksFor(ClientMetadata client, JsonNode document) {
        return Sector.problem(document).isEmpty()
                && Sector.unlisted(document, client).isEmpty();
    }

    @Test
    void whatIsMissingIsNamedByWhereItStands() {
        assertEquals(List.of("redirect_uris[1]"), Sector.unlisted(Json.value("[\"https://a.example/1\"]"), web()));
        assertEquals(List.of("jwks_uri"), Sector.unlisted(Json.value("[\"x\"]"), ciba("poll", "pairwise")));
        assertEquals(
                List.of("backchannel_client_notification_endpoint"),
                Sector.unlisted(Json.value("[\"x\"]"), ciba("push", "pairwise")));
    }

    @Test
    void aDocumentIsWantedAnewWhenItMustListSomethingElse() {
        assertTrue(Sector.needsTheSame(web(), web()));
        assertTrue(Sector.needsTheSame(ciba("poll", "pairwise"), ciba("poll", "pairwise")));
        assertFalse(Sector.needsTheSame(ciba("poll", "pairwise"), ciba("push", "pairwise")));
        assertFalse(Sector.needsTheSame(ciba("poll", "pairwise"), ciba("poll", "public")));
    }

    @Test
    void aDocumentListsTenThousandAtMost() {
        ArrayNode document = JsonNodeFactory.instance.arrayNode();
        web().texts(MetadataFields.REDIRECT_URIS).forEach(document::add);
        IntStream.range(2, 10_000).forEach(i -> document.add("https://c.example/" + i));
        assertTrue(Sector.problem(document).isEmpty());
        document.add("https://c.example/");
        assertFalse(Sector.problem(document).isEmpty());
    }
}
