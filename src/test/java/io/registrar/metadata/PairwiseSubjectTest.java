package io.registrar.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairwiseSubjectTest {

    private static final Registrations STRICT = Registrations.with();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "web    | https://a.example/1 https://a.example:8443/2 | true",
                "web    | https://a.example/1 https://A.EXAMPLE/2      | true",
                "web    | https://a.example/1 https://b.example/1      | false",
                "web    | https://a.example/1 https://www.a.example/1  | false",
                "web    | https://192.0.2.1/cb                         | false",
                "web    | http://127.0.0.1/cb                          | false",
                "web    | https://localhost/cb                         | false",
                "native | com.example.app:/cb                          | false",
                "native | https://a.example/1 com.example.app:/cb      | false",
                "native | http://localhost/cb                          | false"
            })
    void redirectUrisMustMakeOneSector(String type, String uris, boolean accepted) {
        ObjectNode client = Json.object("{'subject_type':'pairwise'}").put("application_type", type);
        List.of(uris.split(" ")).forEach(client.withArray("redirect_uris")::add);
        List<String> expected = accepted ? List.of() : List.of("/subject_type");
        assertEquals(
                expected,
                STRICT.violations(client).stream().map(Violation::pointer).toList());
        assertEquals(List.of(), STRICT.violations(client.put("subject_type", "public")));
    }

    @Test
    void theDeviceGrantAloneNeedsPublishedKeys() {
        ObjectNode client = Json.object(
                "{'subject_type':'pairwise','grant_types':['urn:ietf:params:oauth:grant-type:device_code']}");
        assertEquals("subject_type", STRICT.violations(client).get(0).member());
        client.put("jwks_uri", "https://a.example/jwks");
        assertEquals("subject_type", STRICT.violations(client).get(0).member());
        client.put("token_endpoint_auth_method", "private_key_jwt");
        assertEquals(List.of(), STRICT.violations(client));
    }
}
