package io.registrar.metadata.value;

import io.registrar.metadata.Characters;

/** E-mail addresses, without an attempt at the whole of RFC 5322. */
final class EmailAddress {

    private EmailAddress() {}

    /** One @, no characters that mean something to mail programs, a domain of labels. */
    static boolean is(String text) {
        int at = text.lastIndexOf('@');
        return at > 0
                && text.substring(0, at)
                        .codePoints()
                        .noneMatch(c -> Characters.isSpace(c) || "\"(),:;<>@[\\]".indexOf(c) >= 0)
                && isDomain(text.substring(at + 1));
    }

    private static boolean isDomain(String text) {
        for (String label : text.split("\\.", -1)) {
            boolean sound = !label.isEmpty()
                    && !label.startsWith("-")
                    && !label.endsWith("-")
                    && label.codePoints().allMatch(c -> c == '-' || Character.isLetterOrDigit(c));
            if (!sound) {
                return false;
            }
        }
        return true;
    }
}
