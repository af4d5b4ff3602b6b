package io.registrar.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.registrar.testing.Settings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings that cannot be meant stop the start. */
class PolicyCheckTest {

    private static List<String> problems(Map<String, String> properties) {
        return PolicyCheck.problems(Settings.of(MetadataPolicy.class, properties));
    }

    @Test
    void theDefaultsAreSound() {
        assertEquals(List.of(), problems(Map.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "grant-types|authorisation_code",
                "grant-types|client_credentials,password",
                "response-types|code,none",
                "subject-types|Public",
                "token-endpoint-auth-methods|client_secret",
                "token-endpoint-auth-signing-alg-values|none",
                "id-token-signing-alg-values|RS256,ES256K",
                "userinfo-encryption-alg-values|RSA1_5",
                "request-object-signing-alg-values|ES384",
                "introspection-encryption-enc-values|A128CBC",
                "backchannel-token-delivery-modes|pull",
                "max-client-lifetime|PT59S",
                "max-client-lifetime|P3651D",
                "protected-names|Example,--",
                "protected-names|Example,\u3164"
            })
    void aSettingThatCannotBeMeantIsNamed(String property, String value) {
        List<String> problems = problems(Map.of("registrar.metadata." + property, value));
        assertEquals(1, problems.size());
        assertTrue(problems.get(0).startsWith("registrar.metadata." + property + " "), problems.get(0));
    }

    @Test
    void pushedRequestsAreNotRequiredOfAServerThatTakesNone() {
        String off = "registrar.metadata.pushed-authorization-requests";
        assertEquals(List.of(), problems(Map.of(off, "false", "registrar.metadata.profile", "oauth21")));
        for (String profile : List.of("fapi2-security", "fapi2-message-signing")) {
            assertEquals(
                    1,
                    problems(Map.of(off, "false", "registrar.metadata.profile", profile))
                            .size());
        }
        assertEquals(
                1,
                problems(Map.of(off, "false", "registrar.metadata.require-pushed-authorization-requests", "true"))
                        .size());
    }

    @Test
    void whatIsOffByDefaultMayBeSwitchedOnAndListsMayBeEmpty() {
        assertEquals(
                List.of(),
                problems(Map.of(
                        "registrar.metadata.grant-types", "client_credentials," + GrantType.UMA_TICKET,
                        "registrar.metadata.response-types", "",
                        "registrar.metadata.id-token-signing-alg-values", "none",
                        "registrar.metadata.max-client-lifetime", "P3650D")));
    }
}
