package io.registrar.access.issuer;

/**
 * A pattern for values that are paths of segments, such as {@code octo-org/app} or {@code repo:octo-org/app}: {@code *}
 * stands for any characters but {@code /} and {@code :}, {@code **} for any, everything else for itself. Control
 * characters are in no name, and no wildcard stands for them.
 */
final class Glob {

    private static final String WITHIN_A_SEGMENT = "*";
    private static final String ANYTHING = "**";

    private final String pattern;

    Glob(String pattern) {
        this.pattern = pattern;
    }

    /** Walks all readings of the pattern at once, so that no value makes it try them one after the other. */
    boolean matches(String value) {
        boolean[] reached = start();
        for (int i = 0; i < value.length(); i++) {
            reached = after(value.charAt(i), reached);
        }
        return reached[pattern.length()];
    }

    private boolean[] start() {
        boolean[] reached = new boolean[pattern.length() + 1];
        reached[0] = true;
        return skippingWildcards(reached);
    }

    private boolean[] after(char next, boolean[] reached) {
        boolean[] then = new boolean[reached.length];
        for (int at = 0; at < pattern.length(); at++) {
            if (reached[at]) {
                String wildcard = wildcardAt(at);
                if (wildcard.isEmpty()) {
                    then[at + 1] |= pattern.charAt(at) == next;
                } else {
                    then[at] |=
                            !Character.isISOControl(next) && (wildcard.equals(ANYTHING) || next != '/' && next != ':');
                }
            }
        }
        return skippingWildcards(then);
    }

    // A wildcard stands for nothing, too.
    private boolean[] skippingWildcards(boolean[] reached) {
        for (int at = 0; at < pattern.length(); at++) {
            if (reached[at]) {
                String wildcard = wildcardAt(at);
                reached[at + wildcard.length()] = true;
            }
        }
        return reached;
    }

    private String wildcardAt(int at) {
        if (pattern.startsWith(ANYTHING, at)) {
            return ANYTHING;
        }
        return pattern.startsWith(WITHIN_A_SEGMENT, at) ? WITHIN_A_SEGMENT : "";
    }

    /** Whether it says anything of a value beyond its shape: {@code *} and {@code *}{@code /*} do not. */
    boolean saysSomething() {
        return pattern.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    /** Whether what it matches lies in one place: it has no wildcard, or none before the first {@code /}. */
    boolean fixesFirstSegment() {
        int wildcard = pattern.indexOf('*');
        return wildcard < 0 || pattern.substring(0, wildcard).indexOf('/') > 0;
    }

    @Override
    public String toString() {
        return pattern;
    }
}
