package io.registrar.metadata.value;

import io.registrar.metadata.Characters;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A name that users see: without outer white space, and without the protected names of others (RFC 7591 §5). */
public final class ClientNameRule {

    private ClientNameRule() {}

    /** The rule as a value rule. */
    public static ValueRule rule() {
        return new TextRule(Limit.CLIENT_NAME, ClientNameRule::problem);
    }

    private static Optional<String> problem(String name, ValueCheck check) {
        if (Characters.isSpace(name.codePointAt(0)) || Characters.isSpace(name.codePointBefore(name.length()))) {
            return Optional.of("must not begin or end with white space");
        }
        return check.policy()
                .protectedNames()
                .filter(names -> isTaken(words(name), names))
                .map(names -> "holds a protected name; choose another");
    }

    private static boolean isTaken(String words, List<String> names) {
        return names.stream().map(ClientNameRule::words).anyMatch(words::contains);
    }

    // " one two ": whole words only, so that a protected name does not bar every word that contains it.
    private static String words(String name) {
        StringBuilder words = new StringBuilder(" ");
        Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(c -> Character.getType(c) != Character.FORMAT)
                .map(c -> Character.isLetterOrDigit(c) ? c : ' ')
                .filter(c -> c != ' ' || words.charAt(words.length() - 1) != ' ')
                .forEachOrdered(words::appendCodePoint);
        return words.toString().stripTrailing() + " ";
    }
}
