package io.registrar.metadata;

import static io.registrar.metadata.Keys.certified;
import static io.registrar.metadata.Keys.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JwkSetTest {

    private static final Registrations STRICT = Registrations.with();

    private static ObjectNode client(String method, JsonNode... keys) {
        ObjectNode client = Json.webClient("'token_endpoint_auth_method':'" + method + "'");
        ArrayNode array = client.putObject("jwks").putArray("keys");
        List.of(keys).forEach(array::add);
        return client;
    }

    private static List<String> pointers(JsonNode... keys) {
        return STRICT.violations(client("client_secret_basic", keys)).stream()
                .map(Violation::pointer)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rsa", "p256", "p384", "p521", "ed25519", "ed448", "x25519", "x448"})
    void everySupportedKindOfKeyIsAccepted(String name) {
        assertEquals(List.of(), pointers(key(name, "")));
    }

    @ParameterizedTest
    @CsvSource({
        "rsa,true",
        "p256,true",
        "p384,true",
        "p521,true",
        "ed25519,true",
        "ed448,true",
        "x25519,false",
        "x448,false"
    })
    void clientAssertionsNeedAKeyThatSigns(String name, boolean accepted) {
        assertEquals(
                accepted,
                STRICT.violations(client("private_key_jwt", key(name, ""))).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"'use':'enc'", "'alg':'RSA-OAEP'", "'key_ops':['encrypt']", "'key_ops':[]"})
    void aKeyForOtherPurposesDoesNotSign(String members) {
        ObjectNode client = client("private_key_jwt", key("rsa", members));
        assertEquals("jwks", STRICT.violations(client).get(0).member());
        ObjectNode both = client("private_key_jwt", key("rsa", "'use':'enc'"), key("p256", "'use':'sig'"));
        assertEquals(List.of(), STRICT.violations(both));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'keys':{}}",
                "{'keys':null}",
                "{'keys':['x']}",
                "{'keys':[[]]}",
                "{'keys':[{}]}",
                "{'keys':[{'kty':5}]}",
                "{'kty':'RSA','n':'x','e':'AQAB'}"
            })
    void otherShapesAreNoJwkSet(String jwks) {
        ObjectNode client = Json.webClient("'jwks':" + jwks);
        assertEquals(
                List.of("/jwks"),
                STRICT.violations(client).stream().map(Violation::pointer).toList());
    }

    @Test
    void anEmptySetIsAcceptedWhereNoKeyIsNeeded() {
        assertEquals(List.of(), pointers());
    }

    @Test
    void aSetMayHold32KeysAndNoMore() {
        JsonNode[] keys = new JsonNode[33];
        Arrays.setAll(keys, i -> key("ed25519", "'kid':'" + i + "'"));
        assertEquals(List.of(), pointers(Arrays.copyOf(keys, 32)));
        assertEquals(List.of("/jwks"), pointers(keys));
    }

    @Test
    void aSetMayHave64KibibytesAndNoMore() {
        ObjectNode client = client("none", key("ed25519", ""));
        ObjectNode set = (ObjectNode) client.get("jwks");
        set.put("a", "").put("b", "x".repeat(40_000));
        set.put("a", "x".repeat(65536 - set.toString().length()));
        assertEquals(List.of(), STRICT.violations(client));
        set.put("a", set.get("a").textValue() + "x");
        assertEquals("/jwks", STRICT.violations(client).get(0).pointer());
    }

    @ParameterizedTest
    @ValueSource(strings = {"d", "p", "q", "dp", "dq", "qi", "oth", "k", "priv"})
    void privateMaterialIsRefusedInAnyKey(String member) {
        for (ObjectNode key : List.of(key("rsa", ""), key("p256", "'alg':'ES256'"), Json.object("{'kty':'NEW'}"))) {
            key.put(member, "topsecretvalue");
            List<Violation> violations = STRICT.violations(client("none", key("ed25519", "'use':'sig'"), key));
            assertEquals(
                    List.of("/jwks"),
                    violations.stream().map(Violation::pointer).toList());
            assertTrue(violations.get(0).message().contains("private or symmetric"));
            assertFalse(violations.get(0).message().contains("topsecret"));
        }
    }

    @Test
    void symmetricKeysAreRefused() {
        assertEquals(List.of("/jwks"), pointers(Json.object("{'kty':'oct'}")));
    }

    @Test
    void keysOfUnknownTypesArePassedOverAndKept() {
        ObjectNode client =
                client("private_key_jwt", key("p256", ""), Json.object("{'kty':'NEW','crv':7,'use':[],'x':{}}"));
        ClientMetadata metadata = STRICT.register(client).metadata();
        assertEquals(client.get("jwks"), Json.value(metadata.toJsonText()).get("jwks"));
    }

    private static ObjectNode rsa(BigInteger modulus, BigInteger exponent) {
        return Json.object("{'kty':'RSA'}").put("n", number(modulus)).put("e", number(exponent));
    }

    private static String number(BigInteger value) {
        byte[] octets = value.toByteArray();
        int skip = octets[0] == 0 && octets.length > 1 ? 1 : 0;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOfRange(octets, skip, octets.length));
    }

    @ParameterizedTest
    @CsvSource({
        "1024,65537,false",
        "2047,65537,false",
        "2048,65537,true",
        "8192,65537,true",
        "8193,65537,false",
        "2048,3,false",
        "2048,65535,false",
        "2048,65538,false",
        "2048,65539,true",
        "2048,1,false"
    })
    void rsaKeysAreLongAndTheirExponentsSound(int bits, int exponent, boolean accepted) {
        BigInteger modulus = BigInteger.ONE.shiftLeft(bits - 1).add(BigInteger.ONE);
        assertEquals(
                accepted, pointers(rsa(modulus, BigInteger.valueOf(exponent))).isEmpty());
    }

    @Test
    void aRealKeyOf1024BitsIsRefused() {
        assertEquals(List.of("/jwks/keys/0"), pointers(key("rsa1024", "")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'e':'AAEAAQ'",
                "'e':'AQAB='",
                "'e':'AQAB '",
                "'e':''",
                "'e':65537",
                "'n':''",
                "'n':'a+/b'",
                "'e':'AQAC'",
                "'e':'AQA'",
                "'n':null"
            })
    void numbersAreBase64urlInOneSpelling(String member) {
        assertEquals(List.of("/jwks/keys/0"), pointers(key("rsa", member)));
    }

    @Test
    void aSpellingThatDecodesToTheSameOctetsIsRefused() {
        // The last character carries unused bits: Q and R decode alike, only one of them is canonical.
        String x = key("ed25519", "").get("x").textValue();
        String other = x.substring(0, 42) + (char) (x.charAt(42) + 1);
        assertEquals(List.of("/jwks/keys/0"), pointers(key("ed25519", "'x':'" + other + "'")));
    }

    @Test
    void pointsMustBeOnTheCurveAndComplete() {
        String y = key("p256", "").get("x").textValue();
        assertEquals(List.of("/jwks/keys/0"), pointers(key("p256", "'y':'" + y + "'")));
        assertEquals(List.of("/jwks/keys/0"), pointers(key("p256", "'y':'AQAB'")));
        assertEquals(List.of("/jwks/keys/0"), pointers(key("p256", "'crv':'P-384'")));
        assertEquals(List.of("/jwks/keys/0"), pointers(key("p256", "'crv':'secp256k1'")));
        assertEquals(List.of("/jwks/keys/0"), pointers(key("p256", "'crv':'Ed25519'")));
        assertEquals(List.of("/jwks/keys/0"), pointers(key("ed25519", "'crv':'Ed448'")));
        assertEquals(List.of("/jwks/keys/0"), pointers(key("ed25519", "'crv':'P-256'")));
        ObjectNode incomplete = key("p256", "");
        incomplete.remove("y");
        assertEquals(List.of("/jwks/keys/0"), pointers(incomplete));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "rsa | 'use':'sig' | -",
                "rsa | 'use':'enc' | -",
                "rsa | 'use':'SIG' | use",
                "rsa | 'use':5 | use",
                "rsa | 'use':'' | use",
                "ed25519 | 'use':'enc' | use",
                "x25519 | 'use':'sig' | use",
                "x25519 | 'use':'enc' | -",
                "rsa | 'key_ops':['verify'] | -",
                "rsa | 'key_ops':['encrypt','wrapKey'] | -",
                "rsa | 'key_ops':['verify','verify'] | key_ops",
                "rsa | 'key_ops':'verify' | key_ops",
                "rsa | 'key_ops':[5] | key_ops",
                "rsa | 'key_ops':['other'] | key_ops",
                "rsa | 'key_ops':['sign'] | key_ops",
                "rsa | 'key_ops':['decrypt'] | key_ops",
                "rsa | 'key_ops':['unwrapKey'] | key_ops",
                "rsa | 'use':'sig','key_ops':['encrypt'] | key_ops",
                "rsa | 'use':'enc','key_ops':['verify'] | key_ops",
                "x25519 | 'key_ops':['deriveKey','deriveBits'] | -",
                "rsa | 'alg':'PS256' | -",
                "rsa | 'alg':'RSA-OAEP-256' | -",
                "rsa | 'alg':'RSA1_5' | alg",
                "rsa | 'alg':'ES256' | alg",
                "rsa | 'alg':'none' | alg",
                "rsa | 'alg':'HS256' | alg",
                "rsa | 'alg':5 | alg",
                "rsa | 'use':'enc','alg':'RS256' | alg",
                "rsa | 'use':'sig','alg':'RSA-OAEP' | alg",
                "p256 | 'alg':'ES256' | -",
                "p256 | 'alg':'ES384' | alg",
                "p384 | 'alg':'ES384' | -",
                "p521 | 'alg':'ES512' | -",
                "p256 | 'alg':'ECDH-ES+A128KW' | -",
                "ed25519 | 'alg':'EdDSA' | -",
                "ed25519 | 'alg':'Ed25519' | -",
                "ed25519 | 'alg':'Ed448' | alg",
                "x448 | 'alg':'ECDH-ES' | -",
                "x448 | 'alg':'EdDSA' | alg",
                "rsa | 'kid':'1' | -",
                "rsa | 'kid':'' | kid",
                "rsa | 'kid':1 | kid",
                "rsa | 'x5c':[] | x5c",
                "rsa | 'x5c':'x' | x5c",
                "rsa | 'x5c':['x'] | x5c",
                "rsa | 'x5c':['AAAA'] | x5c",
                "rsa | 'x5c':[5] | x5c",
                "rsa | 'x5u':'http://169.254.169.254/','jku':5 | -"
            })
    void membersOfAKeyAgree(String name, String members, String fault) {
        List<String> expected = fault.equals("-") ? List.of() : List.of("/jwks/keys/0/" + fault);
        assertEquals(expected, pointers(key(name, members)));
    }

    @Test
    void aKeyIdMayHave256CharactersAndNoMore() {
        assertEquals(List.of(), pointers(key("rsa", "'kid':'" + "k".repeat(256) + "'")));
        assertEquals(List.of("/jwks/keys/0/kid"), pointers(key("rsa", "'kid':'" + "k".repeat(257) + "'")));
    }

    @Test
    void keyIdsAreUniqueAmongTheKeysOfOneUse() {
        assertEquals(List.of("/jwks"), pointers(key("rsa", "'kid':'1'"), key("p256", "'kid':'1'")));
        assertEquals(List.of(), pointers(key("rsa", "'kid':'1','use':'sig'"), key("p256", "'kid':'1','use':'enc'")));
        assertEquals(List.of(), pointers(key("rsa", "'kid':'1'"), key("p256", "'kid':'2'")));
    }

    @Test
    void everyKeyNeedsItsUseWhenBothKindsAreThere() {
        assertEquals(List.of("/jwks"), pointers(key("rsa", "'use':'sig'"), key("x25519", "")));
        assertEquals(
                List.of("/jwks"), pointers(key("rsa", "'use':'sig'"), key("p256", "'use':'enc'"), key("p384", "")));
        assertEquals(List.of(), pointers(key("rsa", "'use':'sig'"), key("x25519", "'use':'enc'")));
        assertEquals(List.of(), pointers(key("rsa", ""), key("p256", "'use':'sig'")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rsa", "p256", "ed25519"})
    void theFirstCertificateIsForTheKey(String name) {
        assertEquals(List.of(), pointers(certified(name, name)));
        for (String other : List.of("rsa", "p256", "ed25519")) {
            List<String> expected = other.equals(name) ? List.of() : List.of("/jwks/keys/0/x5c");
            assertEquals(expected, pointers(certified(name, other)));
        }
        String sibling =
                switch (name) {
                    case "rsa" ->
                        "'n':'" + number(BigInteger.ONE.shiftLeft(2047).add(BigInteger.ONE)) + "'";
                    case "p256" ->
                        "'crv':'P-384','x':'%s','y':'%s'"
                                .formatted(
                                        key("p384", "").get("x").textValue(),
                                        key("p384", "").get("y").textValue());
                    default -> "'crv':'X25519'";
                };
        ObjectNode key = certified(name, name);
        key.setAll(Json.object("{" + sibling + "}"));
        assertEquals(List.of("/jwks/keys/0/x5c"), pointers(key));
    }

    @Test
    void aCertificateIsItsDerInBase64AndNothingElse() {
        String sound = certified("rsa", "rsa").get("x5c").get(0).textValue();
        byte[] der = Base64.getDecoder().decode(sound);
        byte[] withMore = Arrays.copyOf(der, der.length + 30);
        byte[] pem = ("-----BEGIN CERTIFICATE-----\n" + sound + "\n-----END CERTIFICATE-----\n")
                .getBytes(StandardCharsets.US_ASCII);
        List<String> unsound = List.of(
                Base64.getEncoder().encodeToString(withMore),
                Base64.getEncoder().encodeToString(pem),
                Base64.getUrlEncoder().encodeToString(der),
                " " + sound);
        for (String certificate : unsound) {
            ObjectNode key = key("rsa", "");
            key.putArray("x5c").add(certificate);
            assertEquals(List.of("/jwks/keys/0/x5c"), pointers(key));
        }
    }

    @Test
    void aChainMayHaveTenCertificatesAndNoMore() {
        ObjectNode key = certified("p256", "p256");
        ArrayNode chain = (ArrayNode) key.get("x5c");
        while (chain.size() < 10) {
            chain.add(chain.get(0));
        }
        assertEquals(List.of(), pointers(key));
        chain.add(chain.get(0));
        assertEquals(List.of("/jwks/keys/0/x5c"), pointers(key));
    }

    @Test
    void selfSignedCertificatesMustBeThereForEveryUsableKey() {
        String method = "self_signed_tls_client_auth";
        assertEquals(List.of(), STRICT.violations(client(method, certified("rsa", "rsa"))));
        assertEquals(
                List.of(), STRICT.violations(client(method, certified("rsa", "rsa"), Json.object("{'kty':'NEW'}"))));
        assertEquals(
                "jwks",
                STRICT.violations(client(method, certified("rsa", "rsa"), key("p256", "")))
                        .get(0)
                        .member());
    }

    @Test
    void unknownMembersAndTheSpellingOfValuesAreKept() {
        String jwks = """
                {"keys":[%s],"set_member":{"a":[1,1.10,12345678901234567890,-7,1E+300,1E-300,null,true,"\u00e9"]}}""".formatted(key("p256", "'ext':true,'shoe':[43]"));
        ObjectNode client = Json.webClient("");
        String body = client.toString().replace("}", ",\"jwks\":" + jwks + "}");
        ClientMetadata metadata = STRICT.register(body).metadata();
        assertTrue(metadata.toJsonText().contains("\"jwks\":" + jwks), metadata.toJsonText());
        ClientMetadata stored = ClientMetadata.ofStored(metadata.toJsonText());
        assertEquals(metadata.toJsonText(), stored.toJsonText());
        assertEquals(metadata, stored);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'x5u':5", "'x5t':{}", "'x5t#S256':7"})
    void referencesToCertificatesAreStrings(String member) {
        assertEquals(1, pointers(key("p256", member)).size());
        assertEquals(List.of(), pointers(key("p256", member.replaceAll(":.*", ":'x'"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"d", "k", "p", "oth"})
    void privateMaterialBesideTheKeysIsRefused(String member) {
        ObjectNode client = Json.webClient("'jwks':{'keys':[],'" + member + "':'AQAB'}");
        assertEquals(
                List.of("/jwks"),
                STRICT.violations(client).stream().map(Violation::pointer).toList());
    }

    @Test
    void numbersThatTheStoreWroteOutInFullCanBeSentBack() {
        ObjectNode client = Json.webClient("'jwks':{'keys':[],'big':1E+300,'small':1E-300}");
        String text = STRICT.register(client).metadata().toJsonText();
        String stored = text.replace("1E+300", "1" + "0".repeat(300)).replace("1E-300", "0." + "0".repeat(299) + "1");
        assertEquals(
                List.of(), STRICT.violations(ClientMetadata.ofStored(stored).toJsonText()));
        assertEquals(text, ClientMetadata.ofStored(stored).toJsonText());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'x':1e309",
                "'x':-1e400",
                "'x':1e-400",
                "'x':[{'y':1e99999999999}]",
                "'x':0e-20000",
                "'x':123456789012345678901e1",
                "'x':0.000123456789012345678901",
                "'x':'a\\u0000b'",
                "'x\\u0000':1",
                "'x':[['\\u0000']]",
                "'x':'a\\u202eb'",
                "'x':{'\\u2066':1}",
                "'x':['a\\nb']",
                "'x':'a\\u0085b'"
            })
    void whatTheStoreCannotKeepIsRefused(String member) {
        String body =
                "{\"redirect_uris\":[\"https://a.example/\"],\"jwks\":{\"keys\":[]," + member.replace('\'', '"') + "}}";
        assertEquals(
                List.of("/jwks"),
                STRICT.violations(body).stream().map(Violation::pointer).toList());
    }

    @Test
    void messagesNameTheKeyAndTheMember() {
        Violation violation = STRICT.violations(client("none", key("p256", ""), key("rsa", "'alg':'none'")))
                .get(0);
        assertEquals("jwks", violation.member());
        assertTrue(violation.message().toLowerCase(Locale.ROOT).startsWith("jwks.keys[1].alg: "));
    }
}
