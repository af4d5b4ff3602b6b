package io.registrar.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that look like a protected one are refused (Unicode TS 39), and those of honest clients are not. */
class ProtectedNameTest {

    private static final String PROTECTED =
            "Example Bank,acme,Bill,Mail,Bali,INTEL,Modem,Web20,Stra\u00DFe,\u0412\u0435\u0440\u0430,\u0926\u093F\u0928";

    private static final Registrations DEPLOYMENT = Registrations.with("protected-names", PROTECTED);

    private static boolean isRefused(String name) {
        return DEPLOYMENT.pointers(Json.webClient("").put("client_name", name)).contains("/client_name");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "Cyrillic small letters; \u0430\u0441m\u0435",
                "Cyrillic among Latin; \u0415\u0445\u0430mple Bank",
                "a Cyrillic capital; Ac\u041Ce",
                "Greek capitals; \u0395\u03A7AMPLE \u0392ANK",
                "Cherokee; A\u13DFME",
                "dotless i; B\u0131ll",
                "zero width joiner; Ac\u200Dme",
                "zero width non-joiner; Ac\u200Cme",
                "zero width space; Ac\u200Bme",
                "zero width space between words; Example \u200B Bank",
                "word joiner; Ac\u2060me",
                "byte order mark; Ac\uFEFFme",
                "variation selector 16; Ac\uFE0Fme",
                "variation selector 17; Ac\uDB40\uDD00me",
                "Mongolian variation selector; Ac\u180Bme",
                "left-to-right mark; Ac\u200Eme",
                "Arabic letter mark; Ac\u061Cme",
                "tags; Ac\uDB40\uDC61\uDB40\uDC7Fme",
                "soft hyphen; Ac\u00ADme",
                "soft hyphen between words; Example\u00ADBank",
                "Hangul filler; Ac\u3164me",
                "Hangul filler as space; Example\u3164Bank",
                "Hangul filler behind; Acme\u3164Login",
                "Hangul choseong filler; Ac\u115Fme",
                "halfwidth Hangul filler; Ac\uFFA0me",
                "combining grapheme joiner; A\u034Fcme",
                "full width; \uFF21\uFF23\uFF2D\uFF25",
                "mathematical bold; \uD835\uDC00\uD835\uDC1C\uD835\uDC26\uD835\uDC1E",
                "circled; \u24B6cm\u24D4",
                "ligature; Wide \uFB01ne Acme",
                "combining low line; Ac\u0332me",
                "combining solidus; Ac\u0338me",
                "enclosing circle; Ac\u20DDme",
                "accents; \u00C1\u00E7m\u00E9",
                "accents apart; A\u0301cme\u0308\u0327",
                "rn for m; Acrne",
                "r, nothing, n for m; Acr\u200Dne",
                "m for rn read back; Modern",
                "capital I for l; ExampIe Bank",
                "capital I for l among odd capitals; eXaMpIe bank",
                "1 for l; Examp1e Bank",
                "1 for i; B1ll",
                "a line for l; Examp|e Bank",
                "lines for l and between; Examp|e|Bank",
                "small l for capital I; lntel",
                "small l among capitals; BlLL",
                "small l behind a capital; INTEL lNTEL",
                "0 for O; Web2o",
                "O for 0; WEB2O",
                "no-break space; Example\u00A0Bank",
                "mixed white space; Example\u2003\u3000\u2009Bank",
                "hair space within; Ac\u200Ame",
                "hair space between; Example\u200ABank",
                "Braille blank; Example\u2800Bank",
                "any letter case; eXaMpLe bAnK",
                "capitals; INTEL",
                "small letters; intel",
                "sharp s in capitals; STRASSE",
                "sharp s spelt out; strasse",
                "another script in capitals; \u0412\u0415\u0420\u0410",
                "another script in small letters; \u0432\u0435\u0440\u0430",
                "Latin for Cyrillic; Bepa",
                "vowel signs; \u0926\u093F\u0928",
                "trademark; Acme\u2122 Login",
                "registered; Acme\u00AE",
                "superscript; Acme\u00B2",
                "punctuation; My Example-Bank App",
                "a line between; Example|Bank",
                "apostrophe; Acme's",
                "a letter like an apostrophe; Acme\uA78Cs",
            })
    void aNameThatLooksLikeAProtectedOneIsRefused(String how, String name) {
        assertEquals(true, isRefused(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Example Banking",
                "Bank Example",
                "Example",
                "Example Savings Bank",
                "AcmeCo",
                "Acmeville",
                "Pacme",
                "Mall",
                "All Malls",
                "Ball",
                "Billing",
                "lll",
                "Web 20",
                "Stra\u00DFenbahn",
                "M\u00FCller & S\u00F6hne Bank",
                "Cr\u00E9dit G\u00E9n\u00E9ral",
                "\u682A\u5F0F\u4F1A\u793E\u30B5\u30F3\u30D7\u30EB\u9280\u884C",
                "\u304C\u304F\u305B\u3044\u30CE\u30FC\u30C8",
                "\u0628\u0646\u0643 \u0627\u0644\u0645\u062B\u0627\u0644",
                "\u05D1\u05E0\u05E7 \u05D3\u05D5\u05D2\u05DE\u05D4",
                "\u0411\u0430\u043D\u043A \u041F\u0440\u0438\u043C\u0435\u0440",
                "\u0395\u03BB\u03BB\u03B7\u03BD\u03B9\u03BA\u03AE \u03A4\u03C1\u03AC\u03C0\u03B5\u03B6\u03B1",
                "\u0926\u0940\u0928",
                "\u0926\u0941\u0928",
                "\u0E15\u0E31\u0E27\u0E2D\u0E22\u0E48\u0E32\u0E07",
                "\uC608\uC2DC\uC740\uD589",
                "\uD83D\uDC69\u200D\uD83D\uDC69\u200D\uD83D\uDC67 Family",
                "| 1 I l",
                "\u2122\u2122\u2122"
            })
    void anHonestNameIsNot(String name) {
        assertEquals(false, isRefused(name));
    }

    @Test
    void everyLanguageOfANameIsLookedAt() {
        DEPLOYMENT.expect(
                Json.webClient("'client_name':'Portal','client_name#ru':'\u0410\u0441me'"), "/client_name#ru");
    }

    @ParameterizedTest
    @ValueSource(strings = {"display_name", "organization_name", "display_name#ru"})
    void soAreTheNamesThatAFederationShows(String member) {
        Registrations.with("protected-names", "Acme", "accept-federation-metadata", "true")
                .expect(Json.webClient("").put(member, "The \u0410cme Company"), "/" + member);
    }

    /** A name is as long as it may be, and every character of it can be read in two ways. */
    @ParameterizedTest
    @ValueSource(strings = {"|", "|\u00AD", "l\u200A", "\uFDFA", "I| "})
    void theLongestNameIsJudgedInTimeWhateverItIsMadeOf(String part) {
        String longest =
                part.repeat(200 / part.codePointCount(0, part.length())).strip();
        Registrations deployment =
                Registrations.with("protected-names", "lll lll lll lll x,|l|l|l ll llllllllll l l x,acme");
        assertTimeout(
                Duration.ofSeconds(2),
                () -> assertEquals(
                        0,
                        deployment
                                .pointers(Json.webClient("").put("client_name", longest))
                                .size()));
    }
}
