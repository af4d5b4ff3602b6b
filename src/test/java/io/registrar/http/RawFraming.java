package io.registrar.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;

/**
 * Requests whose end, or whose very lines, two parsers may see in different places, and what RFC 9112 wants of each.
 * Each is a whole registration with a good credential, but for what its sentence says; another one follows it in the
 * same packet.
 */
final class RawFraming {

    /** What becomes of a request, and of the one behind it. */
    enum Wanted {
        /** Refused, the connection closed, and nothing of what came over it has an effect. */
        CUT,
        /** As {@link #CUT}, where the fault is behind the head: the connection may be closed without an answer, too. */
        DROPPED,
        /** Taken or refused; in either case the connection is closed, and what follows has no effect. */
        LAST,
        /** Taken. What follows has the effect that its answer says, and none where it has no answer. */
        TAKEN,
        /** Refused for something else than its framing; what follows as with {@link #TAKEN}. */
        REFUSED
    }

    /**
     * @param request with {@link #TOKEN}, {@link #FIRST} and {@link #NEXT} to be replaced, the latter two by names of
     *     the same length
     */
    record Case(String sentence, Wanted wanted, String request) {

        @Override
        public String toString() {
            return sentence;
        }
    }

    static final String TOKEN = "{token}";
    static final String FIRST = "FIRST-xxxxxxxx";
    static final String NEXT = "NEXT--xxxxxxxx";

    /** The request that follows each of the others. */
    static final String FOLLOWING = posted("Connection: close\r\n" + length(0), json(NEXT));

    private static final String BODY = json(FIRST);
    private static final String LENGTH = length(0);
    private static final String CHUNKED = "Transfer-Encoding: chunked";
    private static final String REQUEST_LINE = "POST /connect/dcr HTTP/1.1\r\n";
    private static final String HOST = "Host: localhost\r\n";
    private static final String CREDENTIAL = "Authorization: Bearer " + TOKEN + "\r\n";
    private static final String TYPE = "Content-Type: application/json\r\n";
    private static final String HEADERS = HOST + CREDENTIAL + TYPE;
    private static final String UPGRADE =
            "Connection: upgrade, http2-settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\n";
    private static final String GOOD = posted(LENGTH, BODY);

    private final List<Case> cases = new ArrayList<>();

    private RawFraming() {}

    static List<Case> cases() {
        RawFraming all = new RawFraming();
        all.lengthAndCoding();
        all.lengths();
        all.codings();
        all.chunkSizes();
        all.chunkExtensions();
        all.chunkEnds();
        all.trailers();
        all.lines();
        all.characters();
        all.requestLines();
        all.versions();
        all.sizes();
        all.wellFramed();
        return all.cases;
    }

    private void lengthAndCoding() {
        cut("a length, then a coding", posted(LENGTH + "\r\n" + CHUNKED, chunked()));
        cut("a coding, then a length", posted(CHUNKED + "\r\n" + LENGTH, chunked()));
        String hidden = "0\r\n\r\n" + FOLLOWING;
        cut(
                "a length that covers what a coding leaves to the next request",
                posted("Content-Length: " + hidden.length() + "\r\n" + CHUNKED, hidden));
        cut("a length of nothing, and a coding", posted("Content-Length: 0\r\n" + CHUNKED, chunked()));
        last("a coding alone, and a second request behind it", posted(CHUNKED, chunked()));
    }

    private void lengths() {
        cut("two lengths that differ", posted(length(1) + "\r\n" + LENGTH, BODY));
        cut("two lengths that differ, the longer one first", posted(LENGTH + "\r\nContent-Length: 0", BODY));
        // RFC 9110 section 8.6: may be taken for one, or refused.
        last("two lengths that are the same", posted("Connection: close\r\n" + LENGTH + "\r\n" + LENGTH, BODY));
        int octets = BODY.length();
        Map<String, String> values = new TreeMap<>(Map.of(
                "a plus sign", "+" + octets,
                "a minus sign", "-" + octets,
                "a list of two", octets + ", " + octets,
                "a list of two that differ", octets + ",0",
                "two numbers", octets + " 0",
                "hexadecimal digits", "0x" + Integer.toHexString(octets),
                "a fraction", octets + ".0",
                "a parameter", octets + ";q=1",
                "no number", "",
                "more than any integer holds", "18446744073709551616"));
        values.forEach((what, value) -> cut("a length with " + what, posted("Content-Length: " + value, BODY)));
        cut("a length in digits of another script", posted("Content-Length: \u0666\u0669", BODY));
        cut("a length of 2^64 more than there is", posted("Content-Length: 184467440737095516" + (16 + octets), BODY));
        taken("a length with spaces around it", posted("Content-Length:  \t" + octets + " \t", BODY));
        taken("a length with noughts before it", posted("Content-Length: 000" + octets, BODY));
    }

    private void codings() {
        for (String coding : List.of(
                "chunked, chunked",
                "xchunked",
                "chunkedx",
                "identity",
                "gzip",
                "gzip, chunked",
                "chunked, identity",
                "identity, chunked",
                "chunked;q=1",
                "\"chunked\"",
                "\u000bchunked",
                "chunked\u0000",
                "")) {
            cut("the coding <" + visible(coding) + ">", posted("Transfer-Encoding: " + coding, chunked()));
            cut(
                    "the coding <" + visible(coding) + "> with a length",
                    posted("Transfer-Encoding: " + coding + "\r\n" + LENGTH, BODY));
        }
        cut("two codings in two lines", posted(CHUNKED + "\r\n" + CHUNKED, chunked()));
        cut("a coding and no coding in two lines", posted(CHUNKED + "\r\nTransfer-Encoding: identity", chunked()));
        last("a coding in other letters", posted("tRANSFER-eNCODING:\tCHUNKED \t", chunked()));
        // RFC 9112 section 6.1: the framing counts as faulty.
        cut(
                "a coding in a version that has none",
                "POST /connect/dcr HTTP/1.0\r\n" + HEADERS + CHUNKED + "\r\n\r\n" + chunked());
        cut(
                "a coding in a version that has none, kept alive",
                "POST /connect/dcr HTTP/1.0\r\nConnection: keep-alive\r\n" + HEADERS + CHUNKED + "\r\n\r\n"
                        + chunked());
    }

    private void chunkSizes() {
        String octets = Integer.toHexString(BODY.length());
        for (String size : List.of(
                "1000000" + octets,
                "100000000000000" + octets,
                "0x" + octets,
                "-" + octets,
                "+" + octets,
                " " + octets,
                "\t" + octets,
                octets + "\u0000",
                octets + "g",
                octets + " 0",
                octets + ",0",
                "",
                "z")) {
            dropped("the chunk size <" + visible(size) + ">", posted(CHUNKED, size + "\r\n" + BODY + "\r\n0\r\n\r\n"));
        }
        // A space there is not in the grammar, and seen in the wild.
        dropped("a chunk size and spaces", posted(CHUNKED, octets + "  \r\n" + BODY + "\r\n0\r\n\r\n"));
        last(
                "a chunk size with noughts before it",
                posted(CHUNKED, "000" + octets + "\r\n" + BODY + "\r\n000\r\n\r\n"));
        last(
                "a chunk size in capitals",
                posted(CHUNKED, octets.toUpperCase(Locale.ROOT) + "\r\n" + BODY + "\r\n0\r\n\r\n"));
    }

    private void chunkExtensions() {
        extended("a chunk extension", ";ext=val", Wanted.LAST);
        extended("a quoted chunk extension", ";ext=\"val\"", Wanted.LAST);
        extended("a quoted chunk extension that holds a line end", ";ext=\"val\r\n\"", Wanted.DROPPED);
        extended("a chunk extension that is quoted and not closed", ";ext=\"val", Wanted.DROPPED);
        extended("a chunk extension that holds a bare line feed", ";ext=a\nb", Wanted.DROPPED);
        extended("a chunk extension that ends in a bare line feed", ";ext=a\n\r\n0", Wanted.DROPPED);
        extended("a chunk extension that holds a bare carriage return", ";ext=a\rb", Wanted.DROPPED);
        extended("a chunk extension that holds a NUL", ";ext=a\u0000b", Wanted.DROPPED);
        extended("a chunk extension of 100,000 octets", ";ext=" + "a".repeat(100_000), Wanted.DROPPED);
        String hidden = "\r\n0\r\n\r\n" + FOLLOWING + "\"\r\n";
        extended("a quoted chunk extension that holds a whole request", ";ext=\"" + hidden, Wanted.DROPPED);
    }

    private void extended(String sentence, String extension, Wanted wanted) {
        String size = Integer.toHexString(BODY.length());
        add(sentence, wanted, posted(CHUNKED, size + extension + "\r\n" + BODY + "\r\n0\r\n\r\n"));
    }

    private void chunkEnds() {
        String size = Integer.toHexString(BODY.length());
        dropped("a chunk size with a bare line feed", posted(CHUNKED, size + "\n" + BODY + "\r\n0\r\n\r\n"));
        dropped("a chunk size with a bare carriage return", posted(CHUNKED, size + "\r" + BODY + "\r\n0\r\n\r\n"));
        dropped("a chunk with a bare line feed behind it", posted(CHUNKED, size + "\r\n" + BODY + "\n0\r\n\r\n"));
        dropped("a chunk with two other octets behind it", posted(CHUNKED, size + "\r\n" + BODY + "XX0\r\n\r\n"));
        dropped("a chunk with nothing behind it", posted(CHUNKED, size + "\r\n" + BODY + "0\r\n\r\n"));
        dropped("a last chunk with a bare line feed", posted(CHUNKED, size + "\r\n" + BODY + "\r\n0\n\r\n"));
        dropped("a body that ends in bare line feeds", posted(CHUNKED, size + "\r\n" + BODY + "\r\n0\n\n"));
    }

    private void trailers() {
        last("a trailer with a length", trailed("Content-Length: 5"));
        last("a trailer with a coding", trailed(CHUNKED));
        last("a trailer with a host", trailed("Host: evil.example"));
        last("a trailer with another credential", trailed("Authorization: Bearer a.b.c"));
        dropped("a trailer with a space before the colon", trailed("X-Trailer : 1"));
        dropped("a trailer with a bare line feed", trailed("X-Trailer: 1\nX-Next: 2"));
        dropped("a trailer with a bare carriage return", trailed("X-Trailer: 1\rX-Next: 2"));
        dropped("a trailer without a colon", trailed("X-Trailer"));
        dropped("trailers of 100,000 octets", trailed("X-Trailer: " + "a".repeat(100_000)));
        dropped("10,000 trailers", trailed("X-Trailer: 1\r\n".repeat(9_999) + "X-Trailer: 1"));
        cut(
                "a credential that stands in the trailer only",
                REQUEST_LINE + HOST + TYPE + CHUNKED + "\r\n\r\n" + chunked("Authorization: Bearer " + TOKEN + "\r\n"));
    }

    private static String trailed(String trailer) {
        return posted(CHUNKED, chunked(trailer + "\r\n"));
    }

    private void lines() {
        cut("bare line feeds in place of all line ends", GOOD.replace("\r\n", "\n"));
        cut("a bare line feed behind the request line", GOOD.replaceFirst("\r\n", "\n"));
        cut("a bare line feed behind the host", GOOD.replace(HOST, "Host: localhost\n"));
        cut("a bare line feed behind the length", GOOD.replace(LENGTH + "\r\n", LENGTH + "\n"));
        cut("a head that ends in a bare line feed", GOOD.replace("\r\n\r\n", "\r\n\n"));
        cut("a head that ends in two bare line feeds", GOOD.replace("\r\n\r\n", "\n\n"));
        cut("bare carriage returns in place of all line ends", GOOD.replace("\r\n", "\r"));
        cut("a bare carriage return behind the request line", GOOD.replaceFirst("\r\n", "\r"));
        cut("a bare carriage return behind the length", GOOD.replace(LENGTH + "\r\n", LENGTH + "\r"));
        cut("two carriage returns and a line feed", GOOD.replace(LENGTH + "\r\n", LENGTH + "\r\r\n"));
        cut("a bare carriage return in a value", posted("X-Value: a\rb\r\n" + LENGTH, BODY));
        cut("a bare carriage return that hides a coding", posted("X-Value: a\r" + CHUNKED + "\r\n" + LENGTH, BODY));
        cut("a bare line feed that hides a coding", posted("X-Value: a\n" + CHUNKED + "\r\n" + LENGTH, BODY));
        last("a value on two lines", posted("Connection: close\r\nX-Value: a\r\n b\r\n" + LENGTH, BODY));
        cut("a length on two lines", posted("Content-Length:\r\n " + BODY.length(), BODY));
        cut("a coding on two lines", posted("Transfer-Encoding:\r\n chunked", chunked()));
        cut(
                "a line that begins with a space, behind the request line",
                REQUEST_LINE + " " + GOOD.substring(REQUEST_LINE.length()));
        cut("a line of a space", posted(" \r\n" + LENGTH, BODY));
    }

    private void characters() {
        cut("a space before the colon", posted("Content-Length : " + BODY.length(), BODY));
        cut("a tab before the colon", posted("Transfer-Encoding\t: chunked", chunked()));
        cut(
                "a space before the colon of the host",
                REQUEST_LINE + GOOD.substring(REQUEST_LINE.length()).replace("Host:", "Host :"));
        cut("a NUL in a value", posted("X-Value: a\u0000b\r\n" + LENGTH, BODY));
        cut("a NUL in a name", posted("X-Val\u0000ue: a\r\n" + LENGTH, BODY));
        cut("a NUL behind a name", posted("Transfer-Encoding\u0000: chunked\r\n" + LENGTH, BODY));
        cut("a vertical tab before a name", posted("\u000bTransfer-Encoding: chunked\r\n" + LENGTH, BODY));
        cut("a vertical tab behind a name", posted("Transfer-Encoding\u000b: chunked\r\n" + LENGTH, BODY));
        cut("a form feed in a value", posted("X-Value: a\fb\r\n" + LENGTH, BODY));
        cut("brackets in a name", posted("X(Value): a\r\n" + LENGTH, BODY));
        cut("a letter beyond ASCII in a name", posted("X-V\u00e4lue: a\r\n" + LENGTH, BODY));
        cut("no name", posted(": a\r\n" + LENGTH, BODY));
        cut("no colon", posted("X-Value\r\n" + LENGTH, BODY));
        cut("a NUL before the request", "\u0000" + GOOD);
        cut("a control character before the request", "\u0001" + GOOD);
        cut("control characters before the request", "\u0000\u0001\u001b\u007f" + GOOD);
        cut("a space before the request", " " + GOOD);
        cut("a bare carriage return before the request", "\r" + GOOD);
        taken("an empty line before the request", "\r\n" + GOOD);
    }

    private void requestLines() {
        for (String line : List.of(
                "POST  HTTP/1.1",
                "POST HTTP/1.1",
                "POST /connect/dcr",
                "POST /connect/dcr HTTP/1.1 HTTP/1.1",
                "POST /connect/dcr x HTTP/1.1",
                "POST /connect/dcr\u0000 HTTP/1.1",
                "POST /connect/d\u0001cr HTTP/1.1",
                "POST /connect/dcr\rHTTP/1.1",
                "PO\u0000ST /connect/dcr HTTP/1.1",
                "PO(ST /connect/dcr HTTP/1.1",
                "P\u00d6ST /connect/dcr HTTP/1.1",
                "POST\u000b/connect/dcr HTTP/1.1")) {
            cut(
                    "the request line <" + visible(line) + ">",
                    GOOD.replaceFirst("^[^\r]*", Matcher.quoteReplacement(line)));
        }
        for (String line : List.of(
                "CONNECT evil.example:443 HTTP/1.1",
                "CONNECT /connect/dcr HTTP/1.1",
                "CONNECT localhost HTTP/1.1",
                "GET * HTTP/1.1",
                "POST * HTTP/1.1",
                "POST connect/dcr HTTP/1.1",
                "POST ?/connect/dcr HTTP/1.1",
                "POST :/connect/dcr HTTP/1.1",
                "POST http:/connect/dcr HTTP/1.1",
                "POST http:///connect/dcr HTTP/1.1",
                "POST ftp://localhost/connect/dcr HTTP/1.1",
                "POST http://localhost@evil.example/connect/dcr HTTP/1.1")) {
            refused("the target of <" + line + ">", onLine(line));
        }
        refused("a target on another host", onLine("POST http://evil.example/connect/dcr HTTP/1.1"));
        refused("a trace", onLine("TRACE /connect/dcr HTTP/1.1"));
        refused("a method in small letters", onLine("post /connect/dcr HTTP/1.1"));
        refused("options of the whole server", onLine("OPTIONS * HTTP/1.1"));
        refused("a target with a fragment", onLine("POST /connect/dcr#x HTTP/1.1"));
        refused("two hosts", GOOD.replace(HOST, HOST + HOST));
        refused("two hosts that differ", GOOD.replace(HOST, HOST + "Host: evil.example\r\n"));
        refused("two hosts in one line", GOOD.replace(HOST, "Host: localhost, evil.example\r\n"));
        refused("no host", GOOD.replace(HOST, ""));
        refused("an empty host", GOOD.replace(HOST, "Host:\r\n"));
    }

    private static String onLine(String line) {
        return line + GOOD.substring(REQUEST_LINE.length() - 2);
    }

    private void versions() {
        for (String version : List.of(
                "HTTP/0.9",
                "HTTP/2.0",
                "HTTP/3.0",
                "HTTP/11",
                "HTTP/1.",
                "HTTP/1.1.1",
                "HTTP/1,1",
                "http/1.1",
                "HTTPS/1.1",
                "HTTP/1.1\u0000",
                "HTTP/+1.1",
                "HTTP/1.01",
                "XTTP/1.1")) {
            cut("the version <" + visible(version) + ">", onLine("POST /connect/dcr " + version));
        }
        // RFC 9110 section 2.5: may be taken for the highest minor version that is known.
        last("the version HTTP/1.2", onLine("POST /connect/dcr HTTP/1.2\r\nConnection: close"));
        last("the version HTTP/1.0", onLine("POST /connect/dcr HTTP/1.0"));
        dropped("a request of HTTP/0.9", "GET /connect/dcr\r\n");
        dropped("the preface of HTTP/2, and no frames", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
        dropped("half the preface of HTTP/2", "PRI * HTTP/2.0\r\n\r\nXX\r\n\r\n");
        dropped("the preface of HTTP/2 behind a request's", "PRI * HTTP/2.0\r\nHost: localhost\r\n\r\nSM\r\n\r\n");
        dropped("a greeting of TLS", "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001");
    }

    private void sizes() {
        dropped("a header of 100,000 octets", posted("X-Value: " + "a".repeat(100_000) + "\r\n" + LENGTH, BODY));
        dropped("a name of 100,000 octets", posted("X".repeat(100_000) + ": a\r\n" + LENGTH, BODY));
        dropped("10,000 headers", posted("X-Value: a\r\n".repeat(10_000) + LENGTH, BODY));
        dropped("10,000 empty lines before the request", "\r\n".repeat(10_000) + GOOD);
        dropped("a target of 100,000 octets", onLine("POST /connect/dcr?" + "a".repeat(100_000) + " HTTP/1.1"));
        cut("an announced excess", posted("Content-Length: 9000000000", BODY));
    }

    private void wellFramed() {
        taken("nothing unusual", GOOD);
        last("a caller that closes", posted("Connection: close\r\n" + LENGTH, BODY));
        last("a caller that asks first, and sends at once", posted("Expect: 100-continue\r\n" + LENGTH, BODY));
        cut(
                "a caller that asks first, without a credential",
                posted("Expect: 100-continue\r\n" + LENGTH, BODY).replace(CREDENTIAL, ""));
        last("an expectation that nobody knows", posted("Expect: the-unexpected\r\n" + LENGTH, BODY));
        refused("a body that nobody wants", GOOD.replaceFirst("POST", "GET"));
        cut("a chunked body that nobody wants", posted(CHUNKED, chunked()).replaceFirst("POST", "GET"));
        refused("a length of one octet too few", posted(length(-1), BODY));
        taken("an upgrade that nobody knows", posted("Connection: upgrade\r\nUpgrade: websocket\r\n" + LENGTH, BODY));
        taken("an upgrade to HTTP/2", posted(UPGRADE + LENGTH, BODY));
        taken(
                "an upgrade to HTTP/2 without settings",
                posted("Connection: upgrade\r\nUpgrade: h2c\r\n" + LENGTH, BODY));
        taken("an upgrade with a coding", posted(UPGRADE + CHUNKED, chunked()));
        cut("an upgrade with a length and a coding", posted(UPGRADE + LENGTH + "\r\n" + CHUNKED, chunked()));
    }

    private static String posted(String headers, String body) {
        return REQUEST_LINE + HEADERS + headers + "\r\n\r\n" + body;
    }

    /** A registration that wants to go on in HTTP/2. */
    static String upgrading() {
        return posted(UPGRADE + LENGTH, BODY);
    }

    private static String chunked() {
        return chunked("");
    }

    private static String chunked(String trailers) {
        return Integer.toHexString(BODY.length()) + "\r\n" + BODY + "\r\n0\r\n" + trailers + "\r\n";
    }

    private static String json(String name) {
        return "{\"grant_types\":[\"client_credentials\"],\"client_name\":\"" + name + "\"}";
    }

    private static String length(int more) {
        return "Content-Length: " + (json(FIRST).length() + more);
    }

    private void cut(String sentence, String request) {
        add(sentence, Wanted.CUT, request);
    }

    private void dropped(String sentence, String request) {
        add(sentence, Wanted.DROPPED, request);
    }

    private void last(String sentence, String request) {
        add(sentence, Wanted.LAST, request);
    }

    private void taken(String sentence, String request) {
        add(sentence, Wanted.TAKEN, request);
    }

    private void refused(String sentence, String request) {
        add(sentence, Wanted.REFUSED, request);
    }

    private void add(String sentence, Wanted wanted, String request) {
        cases.add(new Case(sentence, wanted, request));
    }

    private static String visible(String text) {
        return text.chars()
                .collect(StringBuilder::new, RawFraming::show, StringBuilder::append)
                .toString();
    }

    private static void show(StringBuilder shown, int character) {
        if (character < ' ' || character > '~') {
            shown.append("\\u%04x".formatted(character));
        } else {
            shown.append((char) character);
        }
    }
}
