package io.registrar.access.issuer;

import static io.registrar.testing.Registrar.CHALLENGE_END;
import static io.registrar.testing.Registrar.ENDPOINT;
import static io.registrar.testing.Registrar.anonymous;
import static io.registrar.testing.Registrar.machineClient;
import static io.registrar.testing.Registrar.register;
import static io.registrar.testing.Registrar.request;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.registrar.testing.TestIssuer;
import io.registrar.testing.TestToken;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** For tokens of any scope-bearing issuer: the decision tables of bearer credentials (metadata reference, I.1, I.2, I.4). */
abstract class AccessTokenContract {

    private static final String SCOPE = TestToken.REGISTRATION_SCOPE;

    static Stream<Arguments> admitted() {
        return Stream.of(
                change("as it is", token -> token),
                change("typ application/at+jwt", token -> token.header("typ", "application/at+jwt")),
                change("typ AT+JWT in capitals", token -> token.header("typ", "AT+JWT")),
                change("typ JWT, as many issuers write", token -> token.header("typ", "JWT")),
                change("typ application/jwt, which is the same", token -> token.header("typ", "application/jwt")),
                change("no typ", token -> token.header("typ", null)),
                change("no kid, one key", token -> token.header("kid", null)),
                change("PS256", token -> token.header("alg", "PS256")),
                change("jku, which is not looked at", token -> token.header("jku", "https://evil.example/keys")),
                change("audience in a list", token -> token.claim("aud", List.of("other", TestToken.AUDIENCE))),
                change("scope as array", token -> token.claim("scope", List.of("other", SCOPE))),
                change("one scope of several", token -> token.claim("scope", "other " + SCOPE + " more")),
                change("no iat", token -> token.claim("iat", null)),
                change("long names", token -> token.claim("sub", "x".repeat(800))
                        .claim("client_id", "y".repeat(800))),
                change("no sub and no jti", token -> token.claim("sub", null).claim("jti", null)),
                change("expired within the skew", token -> token.claim("iat", now() - 300)
                        .claim("exp", now() - 30)),
                change("issued ahead within the skew", token -> token.claim("iat", now() + 30)),
                change("nbf in the past", token -> token.claim("nbf", now() - 10)));
    }

    static Stream<Arguments> invalid() {
        return Stream.of(
                change("wrong audience", token -> token.claim("aud", "https://other.example")),
                change("audience with a slash more", token -> token.claim("aud", TestToken.AUDIENCE + "/")),
                change("no audience", token -> token.claim("aud", null)),
                change("audience is a number", token -> token.claim("aud", 5)),
                change(
                        "an audience of several is null",
                        token -> token.claim("aud", Arrays.asList(null, TestToken.AUDIENCE))),
                change("wrong issuer", token -> token.claim("iss", "https://evil.example")),
                change("no issuer", token -> token.claim("iss", null)),
                change("expired", token -> token.claim("iat", now() - 300).claim("exp", now() - 90)),
                change("no exp", token -> token.claim("exp", null)),
                change("exp is text", token -> token.claim("exp", "tomorrow")),
                change("nbf ahead", token -> token.claim("nbf", now() + 120)),
                change("iat ahead", token -> token.claim("iat", now() + 120)),
                change("RS384 is not on the list", token -> token.header("alg", "RS384")),
                change("typ logout+jwt", token -> token.header("typ", "logout+jwt")),
                change("typ secevent+jwt", token -> token.header("typ", "secevent+jwt")),
                change("typ dpop+jwt", token -> token.header("typ", "dpop+jwt")),
                change("typ oauth-authz-req+jwt", token -> token.header("typ", "oauth-authz-req+jwt")),
                change("crit", token -> token.header("crit", List.of("exp"))),
                change("crit without a name", token -> token.header("crit", List.of())),
                change("b64 false", token -> token.header("b64", false)),
                change("zip", token -> token.header("zip", "DEF")),
                change("bound to a DPoP key", token -> token.claim("cnf", Map.of("jkt", "abc"))),
                change("bound to a certificate", token -> token.claim("cnf", Map.of("x5t#S256", "abc"))),
                change("scope with two blanks", token -> token.claim("scope", SCOPE + "  other")),
                change("scope with a blank behind", token -> token.claim("scope", SCOPE + " ")),
                change("scope array element with a blank", token -> token.claim("scope", List.of(SCOPE + " other"))),
                change("scope array element a number", token -> token.claim("scope", List.of(SCOPE, 5))),
                change("scope is an object", token -> token.claim("scope", Map.of("a", SCOPE))),
                change("sub is a number", token -> token.claim("sub", 5)),
                change("sub with U+0000", token -> token.claim("sub", "a\0b")),
                change("sub longer than any name", token -> token.claim("sub", "\u00e9".repeat(401))),
                change("client_id longer than any name", token -> token.claim("client_id", "x".repeat(801))),
                change("jti with U+0000", token -> token.claim("jti", "a\0b")),
                change("azp with U+0000", token -> token.claim("azp", "a\0b")),
                change("client_id is a list", token -> token.claim("client_id", List.of("a"))));
    }

    static Stream<Arguments> insufficient() {
        return Stream.of(
                change("another scope", token -> token.claim("scope", "other")),
                change("no scope", token -> token.claim("scope", null)),
                change("empty scope", token -> token.claim("scope", "")),
                change("a longer scope", token -> token.claim("scope", SCOPE + ".Operator")),
                change("a shorter scope", token -> token.claim("scope", "IdentityServer")),
                change("in other letters", token -> token.claim("scope", SCOPE.toLowerCase(Locale.ROOT))),
                change("in scp only", token -> token.claim("scope", null).claim("scp", SCOPE)),
                change("as a role", token -> token.claim("scope", null).claim("roles", List.of(SCOPE))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void admitted(String what, UnaryOperator<TestToken> change) {
        post(change.apply(token()).serialize()).then().statusCode(201);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void invalid(String what, UnaryOperator<TestToken> change) {
        assertInvalid(post(change.apply(token()).serialize()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void insufficient(String what, UnaryOperator<TestToken> change) {
        post(change.apply(token()).serialize())
                .then()
                .statusCode(403)
                .header(
                        "WWW-Authenticate",
                        "Bearer realm=\"dcr\", error=\"insufficient_scope\", scope=\"" + SCOPE + "\"" + CHALLENGE_END)
                .body("error", is("insufficient_scope"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "NONE", "nOnE"})
    void anUnsignedTokenIsInvalid(String none) {
        String input = Base64URL.encode(JSONObjectUtils.toJSONString(Map.of("alg", none, "kid", "first")))
                + "."
                + Base64URL.encode(JSONObjectUtils.toJSONString(token().claims()));

        assertInvalid(post(input + "."));
        assertInvalid(post(input + ".AA"));
    }

    @Test
    void aTokenSignedWithThePublicKeyAsSecretIsInvalid() throws Exception {
        byte[] publicKey = issuer().key().toRSAPublicKey().getEncoded();
        SignedJWT confused = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("first").build(), JWTClaimsSet.parse(token().claims()));
        confused.sign(new MACSigner(publicKey));

        assertInvalid(post(confused.serialize()));
    }

    @Test
    void aForeignKeyIsInvalidUnderEveryKeyId() throws Exception {
        var foreign = new RSAKeyGenerator(2048).keyID("foreign").generate();
        var elliptic = new ECKeyGenerator(Curve.P_256).keyID("first").generate();

        assertInvalid(post(token().signedBy(foreign, "RS256").serialize()));
        assertInvalid(
                post(token().signedBy(foreign, "RS256").header("kid", "first").serialize()));
        assertInvalid(post(token().signedBy(elliptic, "ES256").serialize()));
    }

    @Test
    void aZeroSignatureIsInvalid() {
        String signed = token().serialize();
        String input = signed.substring(0, signed.lastIndexOf('.') + 1);

        assertInvalid(post(input + Base64URL.encode(new byte[256])));
        assertInvalid(post(input + Base64URL.encode(new byte[64])));
    }

    @Test
    void aClaimThatIsThereTwiceMakesTheTokenInvalid() {
        String claims = JSONObjectUtils.toJSONString(token().claims());
        String doubled = claims.substring(0, claims.length() - 1) + ",\"scope\":\"" + SCOPE + "\"}";

        assertInvalid(post(token().serialize(doubled)));
    }

    @Test
    void aCallerNamedWithHalfACharacterIsInvalid() {
        String claims =
                JSONObjectUtils.toJSONString(token().claim("client_id", "half").claims());

        assertInvalid(post(token().serialize(claims.replace("half", "\\ud800"))));
    }

    @Test
    void whatIsNotATokenAtAllIsInvalid() {
        for (String junk : new String[] {
            "opaque", "a.b", "a.b.c.d.e", "eyJhbGciOiJSUzI1NiJ9..", "iat_x", "rat_" + "x".repeat(43), "a=="
        }) {
            assertInvalid(post(junk));
        }
        assertInvalid(post(token().serialize("[]")));
        assertInvalid(post(token().serialize("not json")));
    }

    @Test
    void noCredentialOrOneOfAnotherSchemeIsChallengedWithoutAnError() {
        for (Response response : new Response[] {
            anonymous().body("{").post(ENDPOINT),
            anonymous().header("Authorization", "Basic YTpi").body("{").post(ENDPOINT),
            anonymous()
                    .header("Authorization", "DPoP " + token().serialize())
                    .body("{")
                    .post(ENDPOINT),
            anonymous().header("Authorization", "Bearerx").body("{").post(ENDPOINT)
        }) {
            response.then()
                    .statusCode(401)
                    .header("WWW-Authenticate", "Bearer realm=\"dcr\"" + CHALLENGE_END)
                    .header("Cache-Control", "no-store")
                    .body(is(emptyString()));
        }
    }

    @Test
    void aMalformedCredentialIsAnInvalidRequest() {
        String good = token().serialize();
        for (Response response : new Response[] {
            anonymous().header("Authorization", "Bearer").post(ENDPOINT),
            anonymous().header("Authorization", "Bearer " + good + " " + good).post(ENDPOINT),
            anonymous().header("Authorization", "Bearer a,b").post(ENDPOINT),
            anonymous().header("Authorization", "Bearer\t" + good).post(ENDPOINT),
            anonymous().header("Authorization", "Bearer \t" + good).post(ENDPOINT),
            anonymous().header("Authorization", "Bearer:" + good).post(ENDPOINT),
            request(good).post(ENDPOINT + "?" + "a&".repeat(1100) + "access_token=x"),
            request(good).urlEncodingEnabled(false).post(ENDPOINT + "?a=b;access%5Ftoken=x"),
            anonymous()
                    .header("Authorization", "Bearer " + "x".repeat(16 * 1024 + 1))
                    .post(ENDPOINT),
            request(good).header("Authorization", "Bearer " + good).post(ENDPOINT),
            request(good).queryParam("access_token", good).post(ENDPOINT),
            anonymous().queryParam("access_token", good).post(ENDPOINT)
        }) {
            response.then()
                    .statusCode(400)
                    .header("WWW-Authenticate", startsWith("Bearer realm=\"dcr\", error=\"invalid_request\""))
                    .body("error", is("invalid_request"));
        }
    }

    @Test
    void theSchemeIsReadInAnyLettersAndWithAnyBlanks() {
        for (String scheme : new String[] {"bearer ", "BEARER ", "Bearer   "}) {
            anonymous()
                    .header("Authorization", scheme + token().serialize())
                    .body(machineClient().members())
                    .post(ENDPOINT)
                    .then()
                    .statusCode(201);
        }
    }

    @Test
    void claimsThatAreNotInUtf8AreNone() {
        String claims =
                JSONObjectUtils.toJSONString(token().claim("sub", "caf\u00e9").claims());

        post(token().serialize(claims.getBytes(StandardCharsets.UTF_8))).then().statusCode(201);
        post(token().serialize(claims.getBytes(StandardCharsets.ISO_8859_1)))
                .then()
                .statusCode(401)
                .body("error", is("invalid_token"));
    }

    @Test
    void aTokenOf16KiBIsJudged() {
        String padded = token().claim("padding", "x".repeat(11_000)).serialize();

        post(padded).then().statusCode(201);
    }

    @Test
    void theCredentialIsJudgedBeforeContentTypeSizeAndBody() {
        String junk = "{\"a\":" + "x".repeat(300_000);
        byte[] large = junk.getBytes(StandardCharsets.UTF_8);

        anonymous().contentType("text/plain").body(large).post(ENDPOINT).then().statusCode(401);
        request("a.b.c")
                .contentType("text/plain")
                .body(large)
                .post(ENDPOINT)
                .then()
                .statusCode(401);
        request(token().claim("scope", "other").serialize())
                .contentType("text/plain")
                .body(large)
                .post(ENDPOINT)
                .then()
                .statusCode(403);
    }

    @Test
    void aRegistrationAccessTokenRegistersNothing() {
        Response registered = register(machineClient());

        assertInvalid(post(registered.path("registration_access_token")));
    }

    // Of the moment at which a token is made: the class may be much older.
    private static long now() {
        return Instant.now().getEpochSecond();
    }

    private static Arguments change(String what, UnaryOperator<TestToken> change) {
        return arguments(what, change);
    }

    /** Whose tokens are judged. */
    abstract TestIssuer issuer();

    private TestToken token() {
        return issuer().token();
    }

    private static Response post(String bearer) {
        return request(bearer).body(machineClient().members()).post(ENDPOINT);
    }

    private static void assertInvalid(Response response) {
        response.then()
                .statusCode(401)
                .header(
                        "WWW-Authenticate",
                        "Bearer realm=\"dcr\", error=\"invalid_token\", error_description=\"The access token is not valid\""
                                + CHALLENGE_END)
                .body("error", is("invalid_token"));
    }
}
