package io.registrar.metadata.name;

/**
 * One thing that is seen in a name.
 *
 * @param look a prototype; {@link #NOTHING} or {@link #GAP}
 * @param mayPart whether it can be taken for what stands between words
 */
record Glyph(int look, boolean mayPart) {

    static final int NOTHING = 0;
    static final int GAP = ' ';

    /** What may be a narrow gap, or not be seen at all. */
    static final Glyph INVISIBLE = new Glyph(NOTHING, true);

    static final Glyph BETWEEN_WORDS = new Glyph(GAP, true);

    boolean isNothing() {
        return look == NOTHING;
    }

    /** Whether it can be taken for a character with that prototype. */
    boolean looksLike(int prototype) {
        // What can be a capital I looks like a small l in any case.
        return look == prototype || prototype == 'l' && look == Prototypes.CAPITAL_I;
    }
}
