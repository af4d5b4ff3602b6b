package io.registrar.metadata.name;

import com.ibm.icu.lang.UCharacter;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A name that others must not bear (RFC 7591 §5). It is found as whole words, in any letter case, and in what looks like
 * it: letters of other scripts, characters that are not seen, accents (Unicode TS 39). Immutable.
 */
public final class ProtectedName {

    /** What stands between words. */
    private static final Set<String> BETWEEN = Set.of();

    /** For each of its characters the prototypes of its spellings, {@link #BETWEEN} around every word. */
    private final List<Set<String>> spellings;

    private ProtectedName(List<Set<String>> spellings) {
        this.spellings = spellings;
    }

    /** The name as an operator writes it down. */
    public static ProtectedName of(String name) {
        List<Set<String>> spellings = new ArrayList<>(List.of(BETWEEN));
        int base = ' ';
        for (int c : Prototypes.decomposed(name).codePoints().toArray()) {
            if (Prototypes.isInvisible(c) || Prototypes.isAccentOn(base, c)) {
                continue;
            }
            Set<String> spelling = Prototypes.isOfWord(c) ? spelling(c) : BETWEEN;
            if (spelling != BETWEEN || spellings.get(spellings.size() - 1) != BETWEEN) {
                spellings.add(spelling);
            }
            if (!Prototypes.isMark(c)) {
                base = spelling.stream()
                        .findFirst()
                        .map(look -> look.codePointBefore(look.length()))
                        .orElse((int) ' ');
            }
        }
        if (spellings.get(spellings.size() - 1) != BETWEEN) {
            spellings.add(BETWEEN);
        }
        return new ProtectedName(List.copyOf(spellings));
    }

    /** Whether there is something of a word in it that can be seen. */
    public boolean isVisible() {
        return spellings.size() > 1;
    }

    /** Whether one of these names is in a text that users see. */
    public static boolean isAnyIn(String text, List<ProtectedName> names) {
        List<List<Glyph>> ways = SeenName.of(text);
        return names.stream().anyMatch(name -> ways.stream().anyMatch(name::isIn));
    }

    // In any letter case, and a look-alike of a capital may stand in small letters: 0, which is O, for o.
    private static Set<String> spelling(int c) {
        String text = UCharacter.toString(c);
        String capital = UCharacter.toUpperCase(Locale.ROOT, text);
        return Stream.of(
                        text,
                        UCharacter.toLowerCase(Locale.ROOT, text),
                        capital,
                        UCharacter.toLowerCase(Locale.ROOT, capital),
                        UCharacter.foldCase(text, true))
                .flatMap(cased -> Stream.of(looks(cased), looks(parts(cased))))
                .flatMap(look -> Stream.of(look, UCharacter.toLowerCase(Locale.ROOT, look)))
                .filter(look -> !look.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String parts(String text) {
        return text.codePoints().mapToObj(Prototypes::parts).collect(Collectors.joining());
    }

    private static String looks(String text) {
        return text.codePoints().mapToObj(Prototypes::of).collect(Collectors.joining());
    }

    /** Walks all ways through the glyphs at once, so that a name cannot be made on which it takes long. */
    private boolean isIn(List<Glyph> seen) {
        BitSet[] reached = Stream.generate(BitSet::new).limit(seen.size() + 1L).toArray(BitSet[]::new);
        for (int at = 0; at < seen.size(); at++) {
            reached[at].set(0);
            for (int next = reached[at].nextSetBit(0); next >= 0; next = reached[at].nextSetBit(next + 1)) {
                step(seen, at, next, reached);
            }
        }
        return isVisible() && Stream.of(reached).anyMatch(it -> it.get(spellings.size()));
    }

    private void step(List<Glyph> seen, int at, int next, BitSet[] reached) {
        if (next == spellings.size()) {
            return;
        }
        Glyph glyph = seen.get(at);
        if (glyph.isNothing()) {
            reached[at + 1].set(next);
        }
        if (spellings.get(next) == BETWEEN && glyph.mayPart()) {
            reached[at + 1].set(next);
            reached[at + 1].set(next + 1);
        }
        for (String look : spellings.get(next)) {
            int end = end(seen, at, look);
            if (end > 0) {
                reached[end].set(next + 1);
            }
        }
    }

    /** Where a text of prototypes that begins here ends, or 0. */
    private static int end(List<Glyph> seen, int from, String look) {
        int at = from;
        for (int prototype : look.codePoints().toArray()) {
            while (at < seen.size() && seen.get(at).isNothing()) {
                at++;
            }
            if (at == seen.size() || !seen.get(at).looksLike(prototype)) {
                return 0;
            }
            at++;
        }
        return at;
    }
}
