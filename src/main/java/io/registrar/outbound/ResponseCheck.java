package io.registrar.outbound;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which answers are read at all (reference F.1 steps 8 and 9).
 *
 * @param mostBytes the longest body
 * @param lenientType whether JSON may be called plain text, or nothing
 */
record ResponseCheck(int mostBytes, boolean lenientType) {

    private static final int OK = 200;
    private static final Pattern JSON_TYPE =
            Pattern.compile("application/(?:json|[!#$&^_.+a-z0-9-]++(?<=[^/]\\+json))");

    /** What is wrong with status or headers, empty for nothing. */
    Optional<String> problem(int status, MultiMap headers) {
        if (status != OK) {
            return Optional.of("the status was " + status);
        }
        if (!headers.getAll(HttpHeaders.CONTENT_ENCODING).stream().allMatch("identity"::equalsIgnoreCase)) {
            return Optional.of("the answer is encoded");
        }
        return isJson(headers.getAll(HttpHeaders.CONTENT_TYPE))
                ? lengthProblem(headers.get(HttpHeaders.CONTENT_LENGTH))
                : Optional.of("the media type is not JSON");
    }

    private boolean isJson(List<String> types) {
        if (types.size() != 1) {
            return types.isEmpty() && lenientType;
        }
        String type = types.get(0).split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return JSON_TYPE.matcher(type).matches() || (lenientType && type.equals("text/plain"));
    }

    // A length that lies is no matter: what comes in is counted, and HTTP ends the body where the header says.
    private Optional<String> lengthProblem(String length) {
        if (length == null) {
            return Optional.empty();
        }
        try {
            return Long.parseLong(length.strip()) > mostBytes
                    ? Optional.of("the answer announces " + mostBytes + " bytes or more")
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.of("the length is not a number");
        }
    }
}
