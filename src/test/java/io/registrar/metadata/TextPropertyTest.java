package io.registrar.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** Whatever is sent as a scope, a language tag or a name. */
class TextPropertyTest {

    private static final Registrations STRICT = Registrations.with();

    /** RFC 6749 §3.3, less the comma. */
    private static final Pattern SCOPE =
            Pattern.compile("[!#-+\\--\\[\\]-~]{1,255}(?: [!#-+\\--\\[\\]-~]{1,255}){0,99}");

    /** Where Java differs from RFC 5646 §2.1: extended languages after any language, and no digit as singleton. */
    private static final Pattern JAVA_ERRS =
            Pattern.compile("[a-z]{4,8}(?:-[a-z]{3})+(?:-.*)?|.*-\\d-.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    @Provide
    Arbitrary<String> scopes() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(20),
                Arbitraries.strings().ascii().ofMaxLength(10),
                Arbitraries.of("openid", "api:read", "a b", "\u00e9", "a,b", "")
                        .list()
                        .ofMaxSize(6)
                        .map(list -> String.join(" ", list)));
    }

    @Property
    void aScopeIsWhatRfc6749SaysAndRepeatsCollapse(@ForAll("scopes") String scope) {
        List<Violation> violations = STRICT.violations(Json.webClient("").put("scope", scope));
        assertEquals(SCOPE.matcher(scope).matches(), violations.isEmpty(), scope);
        if (violations.isEmpty()) {
            String once = String.join(" ", new LinkedHashSet<>(Arrays.asList(scope.split(" "))));
            assertEquals(
                    once,
                    STRICT.kept(Json.webClient("").put("scope", scope))
                            .get("scope")
                            .textValue());
        }
    }

    @Provide
    Arbitrary<String> tags() {
        Arbitrary<String> subtag = Arbitraries.oneOf(
                Arbitraries.of(
                        "fr", "de", "CH", "zh", "Hant", "419", "1996", "rozaj", "x", "a", "u", "i", "x-a", "yue", "sgn",
                        "BE"),
                Arbitraries.strings().withCharRange('a', 'z').numeric().ofMaxLength(9),
                Arbitraries.strings().ascii().ofMaxLength(2));
        return Arbitraries.oneOf(
                subtag.list().ofMinSize(1).ofMaxSize(5).map(list -> String.join("-", list)),
                Arbitraries.strings().ofMaxLength(10));
    }

    @Property
    void aLanguageTagIsOneForJavaToo(@ForAll("tags") String tag) {
        ObjectNode client = Json.webClient("").put("client_name#" + tag, "Demo");
        boolean accepted = STRICT.violations(client).isEmpty();
        Statistics.collect(accepted);
        Statistics.coverage(kinds -> kinds.check(true).percentage(share -> share > 3));
        if (!JAVA_ERRS.matcher(tag).matches()) {
            assertEquals(isWellFormedForJava(tag) && tag.length() <= 35, accepted, tag);
        }
        if (accepted) {
            assertEquals("Demo", STRICT.kept(client).get("client_name#" + tag).textValue());
        }
    }

    private static boolean isWellFormedForJava(String tag) {
        try {
            new Locale.Builder().setLanguageTag(tag);
            return !tag.isEmpty();
        } catch (IllformedLocaleException e) {
            return false;
        }
    }

    @Property
    void aNameIsKeptCodePointForCodePointOrRefused(@ForAll String name) {
        ObjectNode client = Json.webClient("").put("client_name", name);
        if (STRICT.violations(client).isEmpty()) {
            ClientMetadata kept = STRICT.register(client).metadata();
            assertEquals(name, kept.text(MetadataFields.CLIENT_NAME).orElseThrow());
            assertEquals(kept, ClientMetadata.ofStored(kept.toJsonText()));
            assertTrue(name.codePoints().noneMatch(Character::isISOControl));
        }
    }
}
