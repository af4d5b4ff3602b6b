package io.registrar.metadata.uri;

import java.util.Optional;

/** What every URI must be, whatever it is for: R1 to R4 and R6 of the reference, on the raw text (RFC 3986). */
final class UriSyntax {

    private static final String LEGAL_MARKS = "-._~:/?#[]@!$&'()*+,;=%";

    private UriSyntax() {}

    static Optional<String> problem(String text, int longest) {
        if (text.isEmpty()) {
            return Optional.of("must not be empty");
        }
        if (text.length() > longest) {
            return Optional.of("must have at most " + longest + " characters");
        }
        if (!text.chars().allMatch(c -> c >= 0x21 && c <= 0x7E)) {
            return Optional.of("must be printable ASCII without spaces; encode hosts as xn-- and paths with percent");
        }
        if (!text.chars().allMatch(UriSyntax::isLegal)) {
            return Optional.of("holds a character that is not allowed in a URI; percent-encode it");
        }
        if (text.indexOf('#') >= 0) {
            return Optional.of("must not have a fragment");
        }
        if (!hasScheme(text)) {
            return Optional.of("must be absolute, beginning with a scheme");
        }
        return escapeProblem(text).or(() -> bracketProblem(RawUri.of(text)));
    }

    private static boolean isLegal(int c) {
        return isAlphanumeric(c) || LEGAL_MARKS.indexOf(c) >= 0;
    }

    static boolean isAlphanumeric(int c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean hasScheme(String text) {
        int colon = text.indexOf(':');
        return colon > 0
                && Character.isLetter(text.charAt(0))
                && text.chars().limit(colon).allMatch(c -> isAlphanumeric(c) || c == '+' || c == '-' || c == '.');
    }

    private static Optional<String> escapeProblem(String text) {
        for (int i = text.indexOf('%'); i >= 0; i = text.indexOf('%', i + 1)) {
            int octet = octet(text, i);
            if (octet < 0) {
                return Optional.of("has a percent sign without two hexadecimal digits");
            }
            if (octet <= 0x1F || octet == 0x7F) {
                return Optional.of("must not hold encoded control characters");
            }
        }
        return Optional.empty();
    }

    /** The octet written at this percent sign, negative for none. */
    static int octet(String text, int percent) {
        if (percent + 2 >= text.length()) {
            return -1;
        }
        int high = Character.digit(text.charAt(percent + 1), 16);
        int low = Character.digit(text.charAt(percent + 2), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }

    // RFC 3986 §3.2.2: brackets belong around an IPv6 host and nowhere else; the host itself is judged by Host.
    private static Optional<String> bracketProblem(RawUri uri) {
        boolean astray = hasBracket(uri.path())
                || uri.query().filter(UriSyntax::hasBracket).isPresent()
                || (!uri.isWeb()
                        && uri.authority().filter(UriSyntax::hasBracket).isPresent());
        return astray ? Optional.of("brackets are allowed around an IPv6 host only") : Optional.empty();
    }

    private static boolean hasBracket(String part) {
        return part.indexOf('[') >= 0 || part.indexOf(']') >= 0;
    }
}
