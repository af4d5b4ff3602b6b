package io.registrar.metadata.value;

import java.util.Optional;
import java.util.regex.Pattern;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.security.auth.x500.X500Principal;

/**
 * The subject of a certificate as a string (RFC 4514 §3). The two parsers at hand are more generous than the grammar,
 * each in its own way, so the grammar comes first; and a name that they read differently could match the certificate of
 * somebody else.
 */
final class DistinguishedName {

    // Possessive throughout: whatever is sent, each character is looked at once.
    private static final String TYPE = "(?:[A-Za-z][A-Za-z0-9-]*+|(?:0|[1-9][0-9]*+)(?:\\.(?:0|[1-9][0-9]*+))++)";
    private static final String ESCAPED = "\\\\(?:[\\\\ \"#+,;<=>]|[0-9A-Fa-f]{2})";
    private static final String INNER = "[^\\x00\"+,;<>\\\\]";
    private static final String STRING =
            "(?:(?:[^\\x00 \"#+,;<>\\\\]|" + ESCAPED + ")(?:" + INNER + "|" + ESCAPED + ")*+)?+";
    private static final String HEX = "#(?:[0-9A-Fa-f]{2})++";
    private static final String PAIR = TYPE + "=(?:" + HEX + "|" + STRING + ")";
    private static final String PART = PAIR + "(?:\\+" + PAIR + ")*+";
    private static final Pattern NAME = Pattern.compile(PART + "(?:," + PART + ")*+");

    // An unescaped space before a separator or the end belongs to no value.
    private static final Pattern TRAILING_SPACE = Pattern.compile("(?<!\\\\) (?:[,+]|$)");

    private DistinguishedName() {}

    /** What is wrong with it, empty for nothing. */
    static Optional<String> problem(String text) {
        boolean wellFormed =
                NAME.matcher(text).matches() && !TRAILING_SPACE.matcher(text).find();
        return wellFormed && isReadAlike(text)
                ? Optional.empty()
                : Optional.of(
                        "must be a distinguished name of RFC 4514, such as CN=client,O=Example; no space around commas,"
                                + " unusual attributes as dotted numbers");
    }

    private static boolean isReadAlike(String text) {
        try {
            LdapName name = new LdapName(text);
            return name.equals(new LdapName(new X500Principal(text).getName(X500Principal.RFC2253)));
        } catch (InvalidNameException | IllegalArgumentException e) {
            return false;
        }
    }
}
