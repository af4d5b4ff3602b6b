package io.registrar.metadata.name;

import com.ibm.icu.lang.UCharacter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** A name as a reader sees it: a row of glyphs, a gap before and after. */
final class SeenName {

    private final int[] text;
    private final IntFunction<String> parts;
    private final Map<Integer, String> prototypes = new HashMap<>();
    private final List<Glyph> glyphs = new ArrayList<>();

    private SeenName(String name, IntFunction<String> parts) {
        this.text = Prototypes.decomposed(name).codePoints().toArray();
        this.parts = parts;
    }

    /**
     * The ways to see it. A presentation of characters, such as {@code ſ} of s, is taken for these or for what it looks
     * like itself, which here is f.
     */
    static List<List<Glyph>> of(String name) {
        return Stream.of(new SeenName(name, Prototypes::parts), new SeenName(name, UCharacter::toString))
                .map(SeenName::glyphs)
                .distinct()
                .toList();
    }

    private List<Glyph> glyphs() {
        glyphs.add(Glyph.BETWEEN_WORDS);
        int base = ' ';
        for (int i = 0; i < text.length; i++) {
            if (!Prototypes.isAccentOn(base, text[i])) {
                add(i);
            }
            if (!Prototypes.isMark(text[i]) && !Prototypes.isInvisible(text[i])) {
                base = glyphs.get(glyphs.size() - 1).look();
            }
        }
        glyphs.add(Glyph.BETWEEN_WORDS);
        return List.copyOf(glyphs);
    }

    private void add(int place) {
        int c = text[place];
        if (Prototypes.isInvisible(c)) {
            glyphs.add(Glyph.INVISIBLE);
            return;
        }
        List<Glyph> seen = parts.apply(c)
                .codePoints()
                .boxed()
                .flatMap(part -> prototype(part).codePoints().mapToObj(look -> glyph(part, look, place)))
                .toList();
        boolean isWord = Prototypes.isOfWord(c) || seen.stream().anyMatch(glyph -> Prototypes.isOfWord(glyph.look()));
        glyphs.addAll(isWord ? seen : List.of(Glyph.BETWEEN_WORDS));
    }

    private String prototype(int c) {
        return prototypes.computeIfAbsent(c, Prototypes::of);
    }

    private Glyph glyph(int part, int look, int place) {
        // A trademark sign holds letters and a letter can look like an apostrophe: they are seen as either.
        boolean mayPart = !Prototypes.isOfWord(text[place]) || !Prototypes.isOfWord(look);
        boolean mayBeCapitalI = look == 'l' && (part != 'l' || mayBeCapital(place));
        return new Glyph(mayBeCapitalI ? Prototypes.CAPITAL_I : look, mayPart);
    }

    /** Whether a capital could stand here: at the beginning of a word, or beside another one. */
    private boolean mayBeCapital(int place) {
        int before = neighbour(place, -1);
        return !Prototypes.isOfWord(before)
                || UCharacter.isUpperCase(before)
                || UCharacter.isUpperCase(neighbour(place, 1));
    }

    private int neighbour(int place, int step) {
        int i = place + step;
        while (i >= 0 && i < text.length && (Prototypes.isInvisible(text[i]) || Prototypes.isAccentOn(' ', text[i]))) {
            i += step;
        }
        return i >= 0 && i < text.length ? text[i] : ' ';
    }
}
