package io.registrar.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reference 0 (trust tiers), A.12 and B.4. */
class TrustTierTest {

    private static final Registrations TRUSTED = Registrations.with();
    private static final Registrations ANONYMOUS = TRUSTED.as(TrustTier.ANONYMOUS);

    // Every member of A.12 with a value that is not its default.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "openid | 'identity_token_lifetime':60",
                "web | 'access_token_lifetime':60",
                "web | 'authorization_code_lifetime':60",
                "refreshing | 'absolute_refresh_token_lifetime':60",
                "sliding | 'sliding_refresh_token_lifetime':60",
                "refreshing | 'refresh_token_expiration':'Sliding'",
                "refreshing | 'refresh_token_usage':'OneTimeOnly'",
                "refreshing | 'update_access_token_claims_on_refresh':true",
                "web | 'require_consent':false",
                "web | 'allow_remember_consent':false",
                "web | 'consent_lifetime':60",
                "web | 'access_token_type':'Reference'",
                "web | 'allowed_cors_origins':['https://a.example']",
                "web | 'enable_local_login':false",
                "web | 'identity_provider_restrictions':['x']",
                "web | 'coordinate_lifetime_with_user_session':true",
                "openid | 'allowed_identity_token_signing_algorithms':['RS256']"
            })
    void anAnonymousCallerSetsNoExtensionMember(String kind, String member) {
        String name = member.substring(1, member.indexOf("':"));
        List<String> refused = ANONYMOUS.pointers(Json.client(kind, member));
        assertEquals(
                List.of("/" + name),
                refused.stream().filter(("/" + name)::equals).toList());
        TRUSTED.expect(Json.client(kind, member), "+");
        TRUSTED.as(TrustTier.ATTESTED).expect(Json.client(kind, member), "+");
        TRUSTED.as(TrustTier.OPERATOR).expect(Json.client(kind, member), "+");
    }

    @Test
    void anAnonymousClientAlwaysAsksForConsent() {
        ANONYMOUS.expect(Json.webClient(""), "+ 'require_consent':true");
        ANONYMOUS.expect(Json.webClient("'require_consent':false"), "/require_consent");
        TRUSTED.expect(Json.webClient(""), "+ 'require_consent':false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"web", "openid", "refreshing", "public refreshing", "native", "machine", "device", "ciba"})
    void anAnonymousClientMaySendBackWhatItWasTold(String kind) {
        ObjectNode told = ANONYMOUS.kept(Json.client(kind, ""));
        assertEquals(told, ANONYMOUS.kept(told));
    }

    // B.4: columns anonymous, authenticated.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "urn:ietf:params:oauth:grant-type:token-exchange | - | +",
                "urn:ietf:params:oauth:grant-type:jwt-bearer     | - | +",
                "urn:ietf:params:oauth:grant-type:saml2-bearer   | - | +",
                "urn:ietf:params:oauth:grant-type:device_code    | + | +",
                "client_credentials                              | + | +"
            })
    void grantsWithTokensOfOthersNeedACredential(String grant, String anonymous, String authenticated) {
        ObjectNode client = Json.object("{'grant_types':['" + grant + "']}");
        ANONYMOUS.expect(client, anonymous.equals("+") ? "+" : "/grant_types/0");
        TRUSTED.expect(client, authenticated);
    }

    @ParameterizedTest
    @EnumSource(TrustTier.class)
    void onlyAnOperatorGrantsRefreshTokensWithoutEndAndOnlyIfTheySlide(TrustTier tier) {
        Registrations caller = TRUSTED.as(tier);
        String member = "/absolute_refresh_token_lifetime";
        caller.expect(Json.client("refreshing", "'absolute_refresh_token_lifetime':0"), member);
        if (tier == TrustTier.OPERATOR) {
            caller.expect(
                    Json.client("sliding", "'absolute_refresh_token_lifetime':0"),
                    "+ 'sliding_refresh_token_lifetime':1296000");
            caller.expect(
                    Json.client(
                            "sliding", "'absolute_refresh_token_lifetime':0,'sliding_refresh_token_lifetime':31536000"),
                    "+");
        } else if (tier != TrustTier.ANONYMOUS) {
            caller.expect(Json.client("sliding", "'absolute_refresh_token_lifetime':0"), member);
        }
    }

    @Test
    void howLongAClientLivesIsForEverybodyToSay() {
        ANONYMOUS.expect(Json.machine("'client_lifetime':60"), "+");
    }
}
