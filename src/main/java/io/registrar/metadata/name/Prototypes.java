package io.registrar.metadata.name;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;
import java.util.Set;

/**
 * What characters look like: those that can be taken for one another have one prototype (Unicode TS 39 section 4).
 * Accents do not count on letters that look like Latin, Greek or Cyrillic ones: a reader passes over them, and with
 * strokes and rings of that kind any letter can be written anew.
 */
final class Prototypes {

    /**
     * The prototype of capital I here, and of nothing else. TS 39 gives it that of small l, but a small l does not stand
     * for an I everywhere: {@code Mall} is not {@code Mail}.
     */
    static final int CAPITAL_I = 'I';

    private static final SpoofChecker CONFUSABLES =
            new SpoofChecker.Builder().setChecks(SpoofChecker.CONFUSABLE).build();
    private static final Normalizer2 COMPATIBLE = Normalizer2.getNFKDInstance();
    private static final Normalizer2 CANONICAL = Normalizer2.getNFDInstance();

    private static final Set<Integer> ACCENTED =
            Set.of(UScript.LATIN, UScript.GREEK, UScript.CYRILLIC, UScript.COMMON, UScript.INHERITED);

    /** Spaces of a sixth of a letter and less. */
    private static final Set<Integer> NARROW_SPACES = Set.of(0x2006, 0x2009, 0x200A, 0x202F, 0x205F);

    private static final int BRAILLE_BLANK = 0x2800;

    private Prototypes() {}

    /** A text in which accents stand behind their letters. */
    static String decomposed(String text) {
        return CANONICAL.normalize(text);
    }

    /** The parts of which a character is a presentation: {@code Ⓐ} of A. What is none is its own only part. */
    static String parts(int c) {
        return COMPATIBLE.normalize(UCharacter.toString(c));
    }

    /** What one character looks like, in several characters perhaps. */
    static String of(int c) {
        if (c == CAPITAL_I) {
            return UCharacter.toString(CAPITAL_I);
        }
        StringBuilder bare = new StringBuilder();
        CONFUSABLES.getSkeleton(UCharacter.toString(c)).codePoints().forEach(part -> {
            // What is an accent itself was judged beside its own letter.
            if (bare.isEmpty() || !isAccentOn(bare.codePointBefore(bare.length()), part)) {
                bare.appendCodePoint(part);
            }
        });
        return bare.toString();
    }

    /** Whether a character is an accent that does not count on such a letter, given by its prototype. */
    static boolean isAccentOn(int base, int c) {
        return isMark(c)
                && (UCharacter.getType(c) == UCharacterCategory.ENCLOSING_MARK
                        || ACCENTED.contains(UScript.getScript(base)));
    }

    /** Whether nothing is seen of a character, or a gap that may be too small to be seen. */
    static boolean isInvisible(int c) {
        return UCharacter.hasBinaryProperty(c, UProperty.DEFAULT_IGNORABLE_CODE_POINT)
                || UCharacter.getType(c) == UCharacterCategory.FORMAT
                || NARROW_SPACES.contains(c)
                || c == BRAILLE_BLANK;
    }

    /** Whether a character is part of a word. */
    static boolean isOfWord(int c) {
        return UCharacter.isLetterOrDigit(c) || isMark(c);
    }

    /** Whether a character is written on, around or behind the one before it. */
    static boolean isMark(int c) {
        int type = UCharacter.getType(c);
        return type == UCharacterCategory.NON_SPACING_MARK
                || type == UCharacterCategory.COMBINING_SPACING_MARK
                || type == UCharacterCategory.ENCLOSING_MARK;
    }
}
