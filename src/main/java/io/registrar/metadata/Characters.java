package io.registrar.metadata;

/** Questions about the characters of a text. */
public final class Characters {

    private Characters() {}

    /** C0 and C1 controls, delete included. */
    public static boolean isControl(int c) {
        return c <= 0x1F || (c >= 0x7F && c <= 0x9F);
    }

    /** The characters that turn the direction of displayed text and so can make it lie. */
    public static boolean isBidiOverride(int c) {
        return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    }

    /** Half of a pair that stands alone. */
    public static boolean isUnpairedSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    /** Outer white space of any script, the no-break kinds too. */
    public static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
