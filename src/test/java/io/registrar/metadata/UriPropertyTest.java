package io.registrar.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.registrar.metadata.uri.Authority;
import io.registrar.metadata.uri.CertificateUri;
import io.registrar.metadata.uri.Host;
import io.registrar.metadata.uri.Origin;
import io.registrar.metadata.uri.PageUri;
import io.registrar.metadata.uri.RawUri;
import io.registrar.metadata.uri.RedirectUri;
import io.registrar.metadata.uri.SpiffeId;
import io.registrar.metadata.uri.WebUri;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** Whatever is sent as a URI (reference C, M). */
class UriPropertyTest {

    private static final int LONGEST = 2048;
    private static final Registrations STRICT = Registrations.with();

    /** Anything; and pieces of URIs, sound and odd, in the order in which URIs have them. */
    @Provide
    Arbitrary<String> uris() {
        Arbitrary<String> odd = Arbitraries.strings().ascii().ofMaxLength(3);
        Arbitrary<String> scheme = Arbitraries.of(
                "https", "HTTPS", "http", "com.example.app", "urn", "javascript", "spiffe", "1a", "a+b-c.d", "");
        Arbitrary<String> start = Arbitraries.of("://", ":", ":/", ":///", "", "//");
        Arbitrary<String> host = Arbitraries.oneOf(
                Arbitraries.of(
                        "app.example.com",
                        "localhost",
                        "x.localhost",
                        "127.0.0.1",
                        "[::1]",
                        "[2001:db8::1]",
                        "127.1",
                        "0x7f.1",
                        "192.0.2.256",
                        "[::ffff:127.0.0.1]",
                        "[fe80::1%25eth0]",
                        "a_b.example",
                        "xn--a.example",
                        "u@app.example.com",
                        "a..b",
                        "[",
                        "]",
                        "[]",
                        "*.example.com",
                        "\u0435xample.com"),
                Arbitraries.strings().withChars("ab01.-:[]@%xX").ofMaxLength(12));
        Arbitrary<String> port =
                Arbitraries.of("", ":443", ":8443", ":", ":0", ":65535", ":65536", ":99999999999", ":a");
        Arbitrary<String> rest = Arbitraries.oneOf(
                Arbitraries.of(
                        "", "/", "/cb", "/a/../b", "/%2e/", "/%2F", "/%zz", "/%0A", "?x=1", "?code=1", "#", "#x", "/,"),
                Arbitraries.strings().withChars("/?#%2eEfF.,=&[]*~!$'()\\\"<> ").ofMaxLength(10));
        Arbitrary<String> built = Combinators.combine(scheme, start, host, port, rest, odd)
                .as((a, b, c, d, e, f) -> a + b + c + d + e + f);
        return Arbitraries.oneOf(Arbitraries.strings().ofMaxLength(40), built, likelyUris());
    }

    /** URIs of which many are sound. */
    private static Arbitrary<String> likelyUris() {
        Arbitrary<String> host = Arbitraries.oneOf(
                Arbitraries.of("app.example.com", "LOCALHOST", "127.0.0.1", "[::1]", "[2001:DB8::1]"),
                Arbitraries.strings()
                        .withChars("aZ01-")
                        .ofMinLength(1)
                        .ofMaxLength(3)
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(3)
                        .map(labels -> String.join(".", labels)));
        Arbitrary<String> path =
                Arbitraries.strings().withChars("/aZ0?&=;:@!$'()+,~._-%").ofMaxLength(10);
        return Combinators.combine(
                        Arbitraries.of("https", "http", "HTTPS"), host, Arbitraries.of("", ":8443", ":65535"), path)
                .as((a, b, c, d) -> a + "://" + b + c + (d.isEmpty() || d.startsWith("?") ? d : "/" + d));
    }

    @Property
    void everyKindOfUriIsJudgedWithoutAnException(@ForAll("uris") String text) {
        List<Optional<String>> problems = List.of(
                RedirectUri.problem(text, LONGEST, true),
                PageUri.problem(text, LONGEST, true),
                WebUri.problem(text, LONGEST, true),
                CertificateUri.problem(text, LONGEST),
                Origin.problem(text, LONGEST),
                SpiffeId.problem(text));
        if (problems.stream().anyMatch(Optional::isEmpty)) {
            assertTrue(text.chars().allMatch(c -> c > 0x20 && c < 0x7F), text);
        }
    }

    @Property
    void whatIsAcceptedIsReadAlikeByOthers(@ForAll("uris") String text) {
        boolean accepted = WebUri.problem(text, LONGEST, true).isEmpty();
        Statistics.collect(accepted);
        Statistics.coverage(kinds -> kinds.check(true).percentage(share -> share > 3));
        if (!accepted) {
            return;
        }
        RawUri ours = RawUri.of(text);
        Authority authority = Authority.of(ours);
        try {
            URI theirs = new URI(text);
            assertEquals(theirs.getScheme().toLowerCase(Locale.ROOT), ours.scheme());
            // A last label that begins with a digit, as in a.1e, makes a host for RFC 3986 and none for java.net.URI.
            if (theirs.getHost() != null) {
                assertEquals(theirs.getHost().toLowerCase(Locale.ROOT), host(authority), text);
                assertEquals(theirs.getPort(), authority.port().orElse(-1));
            }
            assertEquals(theirs.getRawPath(), ours.path());
            assertEquals(Optional.ofNullable(theirs.getRawQuery()), ours.query());
        } catch (URISyntaxException e) {
            throw new AssertionError("accepted, and java.net.URI cannot read it: " + text, e);
        }
    }

    private static String host(Authority authority) {
        return authority.host() instanceof Host.DnsName dns
                ? dns.name()
                : ((Host.IpLiteral) authority.host()).text().toLowerCase(Locale.ROOT);
    }

    @Property
    void redirectUrisAreKeptByteForByteOrRefused(@ForAll("uris") String text, @ForAll boolean isNative) {
        ObjectNode client = Json.object("{}").put("application_type", isNative ? "native" : "web");
        client.putArray("redirect_uris").add(text);
        try {
            ClientMetadata kept = STRICT.register(client).metadata();
            assertEquals(List.of(text), kept.texts(MetadataFields.REDIRECT_URIS));
            assertEquals(kept, ClientMetadata.ofStored(kept.toJsonText()));
        } catch (InvalidClientMetadataException e) {
            assertEquals("invalid_redirect_uri", refusal(e), text);
        }
    }

    // Half a surrogate pair is no JSON at all.
    private static String refusal(InvalidClientMetadataException e) {
        Violation first = e.violations().get(0);
        return first.member().isEmpty() ? "invalid_redirect_uri" : first.code().wire();
    }
}
