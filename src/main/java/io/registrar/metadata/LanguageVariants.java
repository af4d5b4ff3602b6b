package io.registrar.metadata;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Language variants of members, {@code name#tag} (RFC 7591 §2.2): well-formed tags, each once, not too many. */
final class LanguageVariants {

    private static final int LONGEST_TAG = 35;

    // RFC 5646 §2.1, letter for letter. Java's Locale lets extended languages follow any language, and knows no digit
    // as singleton; the regular tags of old are of the same form as others.
    private static final Pattern WELL_FORMED = Pattern.compile(
            "(?:(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|[0-9]{3}))?"
                    + "(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*(?:-[a-wyz0-9](?:-[a-z0-9]{2,8})+)*"
                    + "(?:-x(?:-[a-z0-9]{1,8})+)?"
                    + "|x(?:-[a-z0-9]{1,8})+"
                    + "|en-gb-oed|sgn-(?:be-fr|be-nl|ch-de)"
                    + "|i-(?:ami|bnn|default|enochian|hak|klingon|lux|mingo|navajo|pwn|tao|tay|tsu))",
            Pattern.CASE_INSENSITIVE);

    private final Map<MetadataField, Set<String>> seen = new HashMap<>();
    private final Set<MetadataField> malformed = new HashSet<>();
    private final int most;
    private final Violations violations;

    LanguageVariants(int most, Violations violations) {
        this.most = most;
        this.violations = violations;
    }

    /**
     * Whether a variant with this tag can be one; says so when it cannot, of malformed tags once for each member. What is
     * one too many is not read at all: judging names takes time.
     */
    boolean accepts(MetadataField field, String tag) {
        if (!isWellFormed(tag)) {
            if (malformed.add(field)) {
                // The tag is the client's text, so neither pointer nor message repeats it.
                refuse(field, "", "a language tag must be well-formed, such as fr or de-CH (BCP 47)");
            }
            return false;
        }
        Set<String> tags = seen.computeIfAbsent(field, name -> new HashSet<>());
        String pointer = "/" + field.name() + "#" + tag;
        if (!tags.add(tag.toLowerCase(Locale.ROOT))) {
            refuse(field, pointer, "two variants have the same language tag; letter case makes no difference");
            return false;
        }
        if (tags.size() == most + 1) {
            refuse(field, pointer, "must have at most " + most + " language variants");
        }
        return tags.size() <= most;
    }

    private void refuse(MetadataField field, String pointer, String why) {
        violations.add(field, field.stage(), pointer, field.name() + ": " + why);
    }

    static boolean isWellFormed(String tag) {
        return tag.length() <= LONGEST_TAG && WELL_FORMED.matcher(tag).matches();
    }
}
