package io.registrar.access.issuer;

import com.fasterxml.jackson.core.JsonPointer;
import io.registrar.credential.Caller;
import io.registrar.credential.CredentialKind;
import jakarta.json.JsonString;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The claims of a token whose signature, issuer, audience and times are good. */
final class VerifiedToken {

    private static final String SUBJECT = "sub";

    private final JsonWebToken token;

    VerifiedToken(JsonWebToken token) {
        this.token = token;
    }

    /** Who came with it, and under which policy. */
    Caller caller(Optional<String> clientId, Optional<String> policy) {
        return caller(Optional.ofNullable(token.getSubject()), clientId, policy);
    }

    /**
     * Who came with it, by another claim than the subject.
     *
     * @param claim what names the caller, as in {@link #text}
     */
    Caller callerBy(String claim, Optional<String> policy) {
        if (claim.equals(SUBJECT)) {
            return caller(Optional.empty(), policy);
        }
        // With the claim's name: the same text in another claim is somebody else.
        Optional<String> name = text(claim).map(value -> claim + "=" + value).filter(AccessTokenClaims::isStorable);
        return caller(name, Optional.empty(), policy);
    }

    private Caller caller(Optional<String> subject, Optional<String> clientId, Optional<String> policy) {
        return new Caller(
                CredentialKind.ACCESS_TOKEN,
                Optional.ofNullable(token.getIssuer()),
                subject,
                clientId,
                Optional.ofNullable(token.getTokenID()),
                policy);
    }

    /**
     * A claim that is a string; empty where there is none of that name, or one of another type.
     *
     * @param name a claim's name, or a JSON Pointer (RFC 6901) where it begins with a slash
     */
    Optional<String> text(String name) {
        return (name.startsWith("/") ? at(JsonPointer.compile(name)) : value(name)) instanceof String text
                ? Optional.of(text)
                : Optional.empty();
    }

    /** A claim as it is: text, a list of such, or something else; null where there is none. */
    Object value(String name) {
        return plain(token.getClaim(name));
    }

    private Object at(JsonPointer pointer) {
        Object value = token.getClaim(pointer.getMatchingProperty());
        for (JsonPointer rest = pointer.tail(); rest != null && !rest.matches(); rest = rest.tail()) {
            value = value instanceof Map<?, ?> object ? object.get(rest.getMatchingProperty()) : null;
        }
        return plain(value);
    }

    // The token interface hands out custom claims as JSON-P values.
    private static Object plain(Object claim) {
        if (claim instanceof JsonString text) {
            return text.getString();
        }
        return claim instanceof Collection<?> list
                ? list.stream().map(VerifiedToken::plain).toList()
                : claim;
    }
}
