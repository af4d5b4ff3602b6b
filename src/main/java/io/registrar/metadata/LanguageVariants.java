package io.registrar.metadata;

import java.util.HashMap;
import java.util.HashSet;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Language variants of members, {@code name#tag} (RFC 7591 §2.2): well-formed tags, each once, not too many. */
final class LanguageVariants {

    private static final int LONGEST_TAG = 35;

    private final Map<MetadataField, Set<String>> seen = new HashMap<>();
    private final int most;
    private final Violations violations;

    LanguageVariants(int most, Violations violations) {
        this.most = most;
        this.violations = violations;
    }

    /** Checks the tag of a variant. */
    void check(MetadataField field, String tag) {
        if (!isWellFormed(tag)) {
            // The tag is the client's text, so neither pointer nor message repeats it.
            refuse(field, "/" + field.name(), "a language tag must be well-formed, such as fr or de-CH (BCP 47)");
            return;
        }
        Set<String> tags = seen.computeIfAbsent(field, name -> new HashSet<>());
        String pointer = "/" + field.name() + "#" + tag;
        if (!tags.add(tag.toLowerCase(Locale.ROOT))) {
            refuse(field, pointer, "two variants have the same language tag; letter case makes no difference");
        } else if (tags.size() == most + 1) {
            refuse(field, "/" + field.name(), "must have at most " + most + " language variants");
        }
    }

    private void refuse(MetadataField field, String pointer, String why) {
        violations.add(field, field.stage(), pointer, field.name() + ": " + why);
    }

    // Locale.forLanguageTag would drop bad parts in silence.
    static boolean isWellFormed(String tag) {
        if (tag.isEmpty() || tag.length() > LONGEST_TAG) {
            return false;
        }
        try {
            new Locale.Builder().setLanguageTag(tag);
            return true;
        } catch (IllformedLocaleException e) {
            return false;
        }
    }
}
