package io.registrar.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The client's pages are on the client's site (RFC 7591 section 5). */
class SameSiteTest {

    private static final Registrations SAME_SITE = Registrations.with("same-site-pages", "true");

    @ParameterizedTest
    @CsvSource({
        "https://app.example.com/cb,https://app.example.com/,true",
        "https://app.example.com/cb,https://www.example.com/,true",
        "https://app.example.com:8443/cb,https://EXAMPLE.com/,true",
        "https://app.example.com/cb,https://example.org/,false",
        "https://app.example.com/cb,https://notexample.com/,false",
        "https://app.shop.co.uk/cb,https://www.shop.co.uk/,true",
        "https://shop.co.uk/cb,https://other.co.uk/,false",
        "https://me.github.io/cb,https://you.github.io/,false",
        "https://app.corp.example/cb,https://www.corp.example/,false",
        "https://app.corp.example/cb,https://app.corp.example/,true"
    })
    void aPageIsOnTheRegistrableDomainOfARedirectUri(String redirect, String page, boolean accepted) {
        ObjectNode client = Json.webClient("");
        client.putArray("redirect_uris").add("https://else.example.net/cb").add(redirect);
        for (String member : List.of("client_uri", "logo_uri#fr", "tos_uri", "policy_uri#de-CH")) {
            ObjectNode one = client.deepCopy().put(member, page);
            assertEquals(
                    accepted ? List.of() : List.of("/" + member),
                    SAME_SITE.violations(one).stream().map(Violation::pointer).toList());
            assertEquals(List.of(), Registrations.with().violations(one));
        }
    }

    @Test
    void aClientWithoutRedirectsHasNoSiteForPages() {
        assertEquals(
                "client_uri",
                SAME_SITE
                        .violations(Json.machine("'client_uri':'https://www.example.com'"))
                        .get(0)
                        .member());
    }
}
