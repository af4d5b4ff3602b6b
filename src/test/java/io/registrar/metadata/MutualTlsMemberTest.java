package io.registrar.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reference A.5, X11. */
class MutualTlsMemberTest {

    private static final Registrations STRICT = Registrations.with();

    private static final List<String> SUBJECTS = List.of(
            "'tls_client_auth_subject_dn':'CN=client,O=Example'",
            "'tls_client_auth_san_dns':'client.example.com'",
            "'tls_client_auth_san_uri':'spiffe://example.org/client'",
            "'tls_client_auth_san_ip':'192.0.2.1'",
            "'tls_client_auth_san_email':'client@example.com'");

    @Test
    void exactlyOneSubjectTellsWhoseCertificateItIs() {
        STRICT.expect(Json.client("tls", ""), "/token_endpoint_auth_method");
        for (String one : SUBJECTS) {
            STRICT.expect(Json.client("tls", one), "+");
            for (String other : SUBJECTS) {
                if (SUBJECTS.indexOf(other) > SUBJECTS.indexOf(one)) {
                    String second = "/" + other.substring(1, other.indexOf("':"));
                    STRICT.expect(Json.client("tls", one + "," + other), second);
                }
            }
        }
    }

    @Test
    void aSubjectIsForThatMethodOnlyUnlessTheDeploymentDropsIt() {
        Registrations lenient = Registrations.with("lenient-tls-members", "true");
        for (String subject : SUBJECTS) {
            String member = subject.substring(1, subject.indexOf("':"));
            for (String kind : List.of("web", "public", "jwt", "machine")) {
                STRICT.expect(Json.client(kind, subject), "/" + member);
                lenient.expect(Json.client(kind, subject), "+ '" + member + "':null");
            }
            lenient.expect(Json.client("tls", subject), "+");
        }
        lenient.expect(Json.client("web", String.join(",", SUBJECTS)), "+ " + absent(SUBJECTS));
        lenient.expect(Json.client("tls", SUBJECTS.get(0) + "," + SUBJECTS.get(1)), "/tls_client_auth_san_dns");
        lenient.expect(Json.client("web", "'tls_client_auth_san_dns':'*.example.com'"), "/tls_client_auth_san_dns");
    }

    private static String absent(List<String> members) {
        return String.join(
                ",",
                members.stream()
                        .map(member -> member.substring(0, member.indexOf("':") + 2) + "null")
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "subject_dn | + | CN=client",
                "subject_dn | + | CN=client,OU=Machines,O=Example Inc.,C=DE",
                "subject_dn | + | UID=jsmith+CN=Steve Kille,DC=example,DC=net",
                "subject_dn | + | CN=Lu\\C4\\8Di\\C4\\87",
                "subject_dn | + | CN=before\\,after,O=Test",
                "subject_dn | + | 1.3.6.1.4.1.1466.0=#04024869",
                "subject_dn | + | CN=B\u00fccher",
                "subject_dn | - | client",
                "subject_dn | - | CN",
                "subject_dn | - | CN=a,",
                "subject_dn | - | CN=a,,O=b",
                "subject_dn | - | =a",
                "subject_dn | - | CN=a,O",
                "subject_dn | - | `,`",
                "subject_dn | - | nonsense=x",
                "subject_dn | + | CN=a\\,b,O=c\\+d",
                "subject_dn | + | CN=a b  c,O=d=e",
                "subject_dn | + | CN=\\#a\\ ,O=b",
                "subject_dn | - | CN=\"\"",
                "subject_dn | - | O=\"\",CN=a",
                "subject_dn | - | CN=\"a,O=b\"",
                "subject_dn | - | CN=a;O=b",
                "subject_dn | - | CN = a",
                "subject_dn | - | CN=a , O=b",
                "subject_dn | - | CN=a, O=b",
                "subject_dn | - | `CN=a `",
                "subject_dn | - | OID.2.5.4.3=a",
                "subject_dn | - | CN=\\ \\\\,O=b",
                "subject_dn | - | CN=\\#\\\\,O=b",
                "subject_dn | - | O=\\2C\\\\,CN=a",
                "subject_dn | - | CN=admin\\20",
                "subject_dn | - | CN=a\\",
                "subject_dn | - | CN=\\zz",
                "san_dns | + | client.example.com",
                "san_dns | + | xn--bcher-kva.example",
                "san_dns | - | *.example.com",
                "san_dns | - | client_1.example.com",
                "san_dns | - | client.example.com.",
                "san_dns | - | client..example.com",
                "san_dns | - | -client.example.com",
                "san_dns | - | b\u00fccher.example",
                "san_dns | - | 192.0.2.1",
                "san_dns | - | client.example.com:443",
                "san_uri | + | spiffe://example.org/client",
                "san_uri | + | https://client.example.com/id",
                "san_uri | + | urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
                "san_uri | - | spiffe://Example.org/client",
                "san_uri | - | spiffe://example.org",
                "san_uri | - | spiffe://example.org/a/../b",
                "san_uri | - | spiffe://example.org:443/client",
                "san_uri | - | client.example.com",
                "san_uri | - | javascript:alert(1)",
                "san_uri | - | https://client.example.com/#x",
                "san_ip | + | 192.0.2.1",
                "san_ip | + | 2001:db8::1",
                "san_ip | + | ::1",
                "san_ip | + | ::ffff:192.0.2.1",
                "san_ip | + | 64:ff9b::192.0.2.1",
                "san_ip | - | 192.0.2.01",
                "san_ip | - | 192.0.2",
                "san_ip | - | 3221225985",
                "san_ip | - | 2001:DB8::1",
                "san_ip | - | 2001:db8:0:0:0:0:0:1",
                "san_ip | - | 2001:0db8::1",
                "san_ip | - | fe80::1%eth0",
                "san_ip | - | [2001:db8::1]",
                "san_ip | - | 192.0.2.0/24",
                "san_ip | - | *",
                "san_ip | - | client.example.com",
                "san_email | + | client@example.com",
                "san_email | - | client",
                "san_email | - | @example.com",
                "san_email | - | client@",
                "san_email | - | a@b@example.com",
                "san_email | - | Client <client@example.com>"
            })
    void aSubjectIsWrittenAsItsKindIs(String suffix, String verdict, String value) {
        String member = "tls_client_auth_" + suffix;
        ObjectNode client = Json.client("tls", "").put(member, value);
        STRICT.expect(client, verdict.equals("+") ? "+" : "/" + member);
    }

    @ParameterizedTest
    @CsvSource({
        "subject_dn,CN=,1024,",
        "san_uri,urn:x:,2048,",
        "san_email,x,254,@example.com",
    })
    void aSubjectHasItsBounds(String suffix, String prefix, int longest, String ending) {
        String end = ending == null ? "" : ending;
        String value = prefix + "a".repeat(longest - prefix.length() - end.length()) + end;
        assertEquals(longest, value.length());
        String member = "tls_client_auth_" + suffix;
        STRICT.expect(Json.client("tls", "").put(member, value), "+");
        STRICT.expect(
                Json.client("tls", "").put(member, prefix + "a" + value.substring(prefix.length())), "/" + member);
        STRICT.expect(Json.client("tls", "").put(member, ""), "/" + member);
        STRICT.expect(Json.client("tls", "").put(member, 5), "/" + member);
    }

    @Test
    void aDnsNameHasAtMost253Characters() {
        String label = "a".repeat(62);
        String longest = String.join(".", label, label, label, label).substring(0, 249) + ".com";
        STRICT.expect(Json.client("tls", "").put("tls_client_auth_san_dns", longest), "+");
        STRICT.expect(Json.client("tls", "").put("tls_client_auth_san_dns", "b" + longest), "/tls_client_auth_san_dns");
    }

    @Test
    void theFlagsAreOffUnlessSent() {
        for (String flag : List.of("tls_client_certificate_bound_access_tokens", "use_mtls_endpoint_aliases")) {
            STRICT.expect(Json.machine(""), "+ '" + flag + "':false");
            STRICT.expect(Json.machine("'" + flag + "':true"), "+");
            STRICT.expect(Json.machine("'" + flag + "':'true'"), "/" + flag);
        }
    }

    @Test
    void selfSignedCertificatesComeWithTheKeys() {
        String method = "'token_endpoint_auth_method':'self_signed_tls_client_auth'";
        STRICT.expect(Json.webClient(method), "/token_endpoint_auth_method");
        STRICT.expect(Json.webClient(method + ",'jwks':$KEYS"), "/jwks");
        STRICT.expect(Json.webClient(method + ",'jwks':{'keys':[" + Keys.certified("p256", "p256") + "]}"), "+");
        STRICT.expect(Json.webClient(method + ",'jwks_uri':'https://a.example/jwks'"), "+");
        STRICT.expect(
                Json.webClient(method + ",'jwks_uri':'https://a.example/j'," + SUBJECTS.get(1)),
                "/tls_client_auth_san_dns");
    }
}
