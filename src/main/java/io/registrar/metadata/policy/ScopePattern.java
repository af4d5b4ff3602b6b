package io.registrar.metadata.policy;

/**
 * A scope that a client may have, or with a star at its end every scope that goes on after what stands before the star:
 * {@code orders.*} is {@code orders.read} and {@code orders.items.read}, and not {@code orders}.
 *
 * @param text as it was written
 */
record ScopePattern(String text) {

    private static final String STAR = "*";

    /** Whether it stands for more than itself. */
    boolean isOpen() {
        return text.endsWith(STAR);
    }

    /** What stands before the star, or all of it. */
    String stem() {
        return isOpen() ? text.substring(0, text.length() - STAR.length()) : text;
    }

    boolean admits(String scope) {
        return text.equals(scope) || isOpen() && scope.length() > stem().length() && scope.startsWith(stem());
    }

    /** Whether it admits whatever the other admits. */
    boolean covers(ScopePattern other) {
        return text.equals(other.text) || isOpen() && other.stem().startsWith(stem()) && !other.text.equals(stem());
    }
}
