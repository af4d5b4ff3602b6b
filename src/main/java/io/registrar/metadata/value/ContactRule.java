package io.registrar.metadata.value;

import io.registrar.metadata.uri.PageUri;
import java.util.Optional;

/** How to reach the people behind a client: an e-mail address, {@code mailto:}, {@code tel:} or a page (RFC 7591 §2). */
public final class ContactRule {

    private static final int LONGEST = 254;

    private ContactRule() {}

    /** The rule as a value rule. */
    public static ValueRule rule() {
        return new TextRule(Limit.fixed(LONGEST), ContactRule::problem);
    }

    private static Optional<String> problem(String contact, ValueCheck check) {
        boolean sound = EmailAddress.is(contact)
                || (contact.startsWith("mailto:") && isMailTo(contact.substring("mailto:".length())))
                || (contact.startsWith("tel:") && isNumber(contact.substring("tel:".length())))
                || PageUri.problem(contact, LONGEST, check.policy().allowHttpPages())
                        .isEmpty();
        return sound ? Optional.empty() : Optional.of("must be an e-mail address, mailto:, tel: or an https page");
    }

    // RFC 6068 §2: what follows a question mark writes the message, to further recipients if it likes.
    private static boolean isMailTo(String text) {
        return text.indexOf('?') < 0 && text.indexOf('&') < 0 && EmailAddress.is(text);
    }

    private static boolean isNumber(String text) {
        return text.chars().anyMatch(c -> c >= '0' && c <= '9')
                && text.chars().allMatch(c -> (c >= '0' && c <= '9') || "+-.()*#;=ext".indexOf(c) >= 0);
    }
}
