package io.registrar.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How many languages of one member are read: judging each takes time, so a request does not say how much. */
class LanguageVariantsTest {

    private final LanguageVariants variants = new LanguageVariants(2, new Violations());

    @Test
    void thoseBeyondTheMostAreNotRead() {
        assertEquals(List.of("de", "fr"), read("de", "fr", "it", "es"));
    }

    @Test
    void nothingIsReadTwiceForItsLetterCase() {
        assertEquals(List.of("de", "fr"), read("de", "DE", "dE", "fr", "Fr"));
    }

    private List<String> read(String... tags) {
        return Stream.of(tags)
                .filter(tag -> variants.accepts(MetadataFields.CLIENT_NAME, tag))
                .toList();
    }
}
