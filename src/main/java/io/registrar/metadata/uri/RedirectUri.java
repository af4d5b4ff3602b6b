package io.registrar.metadata.uri;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A redirect URI, judged without knowing the client (R1 to R10 and R15 of the reference; RFC 6749 §3.1.2, RFC 8252,
 * RFC 9700 §2.1). Always on the raw text: what is registered is compared letter by letter later.
 */
public final class RedirectUri {

    private static final Set<String> FORBIDDEN_SCHEMES = Set.of(
            "javascript",
            "data",
            "file",
            "vbscript",
            "about",
            "blob",
            "filesystem",
            "view-source",
            "jar",
            "ws",
            "wss",
            "ftp",
            "ftps",
            "sftp",
            "mailto",
            "tel",
            "sms",
            "intent",
            "chrome",
            "resource",
            "livescript",
            "mocha",
            "mhtml",
            "urn",
            "ldap",
            "gopher",
            "dict");

    private static final Set<String> RESPONSE_PARAMETERS = Set.of(
            "code",
            "state",
            "iss",
            "error",
            "error_description",
            "error_uri",
            "id_token",
            "access_token",
            "token_type",
            "expires_in",
            "response",
            "session_state");

    private RedirectUri() {}

    /** Whether this scheme, in lower case, is one that programs run or resolve (R7). */
    static boolean isForbidden(String scheme) {
        return FORBIDDEN_SCHEMES.contains(scheme);
    }

    /** What is wrong with it, empty for nothing. */
    public static Optional<String> problem(String text, int longest, boolean dotlessSchemesToo) {
        return UriSyntax.problem(text, longest).or(() -> problem(text, dotlessSchemesToo));
    }

    private static Optional<String> problem(String text, boolean dotlessSchemesToo) {
        if (text.indexOf('*') >= 0) {
            return Optional.of("patterns are not supported; register each URI in full");
        }
        RawUri uri = RawUri.of(text);
        if (isForbidden(uri.scheme())) {
            return Optional.of("this scheme is not allowed");
        }
        return (uri.isWeb() ? webProblem(uri) : privateUseProblem(uri, dotlessSchemesToo))
                .or(() -> pathProblem(uri.path()))
                .or(() -> queryProblem(uri.query().orElse("")));
    }

    private static Optional<String> webProblem(RawUri uri) {
        return Authority.of(uri).host() instanceof Host.Unusable unusable
                ? Optional.of(unusable.reason())
                : Optional.empty();
    }

    // RFC 8252 §7.1: a private-use scheme is a domain name in reverse order.
    private static Optional<String> privateUseProblem(RawUri uri, boolean dotlessToo) {
        if (uri.scheme().indexOf('.') < 0 && !dotlessToo) {
            return Optional.of("a private-use scheme must be a reversed domain name, such as com.example.app");
        }
        if (List.of(uri.scheme().split("\\.", -1)).contains("")) {
            return Optional.of("a private-use scheme must not have empty labels");
        }
        return uri.isBare() ? Optional.of("needs something after the scheme") : Optional.empty();
    }

    private static Optional<String> pathProblem(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        if (lower.contains("%2f") || lower.contains("%5c")) {
            return Optional.of("the path must not hold an encoded slash or backslash");
        }
        List<String> segments = List.of(lower.replace("%2e", ".").split("/", -1));
        return segments.contains(".") || segments.contains("..")
                ? Optional.of("the path must not hold dot segments")
                : Optional.empty();
    }

    // A parameter of the authorization response must come from the server, not from the registered query.
    private static Optional<String> queryProblem(String query) {
        for (String parameter : query.split("&", -1)) {
            int equals = parameter.indexOf('=');
            if (RESPONSE_PARAMETERS.contains(decoded(equals < 0 ? parameter : parameter.substring(0, equals)))) {
                return Optional.of("the query must not hold parameters of the authorization response");
            }
        }
        return Optional.empty();
    }

    private static String decoded(String name) {
        StringBuilder decoded = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            boolean escape = name.charAt(i) == '%';
            decoded.append(escape ? (char) UriSyntax.octet(name, i) : name.charAt(i));
            i += escape ? 2 : 0;
        }
        return decoded.toString();
    }
}
