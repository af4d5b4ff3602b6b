package io.registrar.metadata;

/**
 * One thing that is wrong with a registration request.
 *
 * @param member the known metadata member at fault, empty when the body as a whole is; never a name from outside the table
 * @param pointer where it is, as a JSON pointer (RFC 6901), for example {@code /redirect_uris/0}; a member that is
 *     missing where it would be; empty for the body, and for a name that cannot be repeated
 * @param code the error code of RFC 7591 §3.2.2
 * @param message what is wrong and how to mend it: printable ASCII without quote and backslash, at most 512
 *     characters, so that it fits {@code error_description} (RFC 6749 appendix A.8); never holds what the client sent
 */
public record Violation(String member, String pointer, ErrorCode code, String message) {

    private static final int LONGEST_MESSAGE = 512;

    /** Makes a violation; the message is cut to what {@code error_description} may hold. */
    public Violation {
        message = describable(message);
    }

    // Messages are ours, but may list configured values: whatever an operator configured, the answer stays legal.
    private static String describable(String message) {
        StringBuilder kept = new StringBuilder(message.length());
        message.chars()
                .filter(c -> c >= 0x20 && c <= 0x7E && c != '"' && c != '\\')
                .limit(LONGEST_MESSAGE)
                .forEach(c -> kept.append((char) c));
        return kept.toString();
    }
}
