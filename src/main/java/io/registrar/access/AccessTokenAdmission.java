package io.registrar.access;

import io.registrar.credential.Caller;
import io.registrar.credential.CredentialKind;
import io.registrar.metadata.TrustTier;
import jakarta.inject.Singleton;
import jakarta.json.JsonString;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Says what a verified access token allows, by its scopes (metadata reference, I.4). */
@Singleton
class AccessTokenAdmission {

    private final AccessSettings settings;

    AccessTokenAdmission(AccessSettings settings) {
        this.settings = settings;
    }

    Admission of(JsonWebToken token) {
        Set<String> scopes = scopesOf(token);
        boolean mayRegister = scopes.contains(settings.registrationScope());
        boolean isOperator = scopes.contains(settings.operatorScope());
        Set<String> permissions = new HashSet<>();
        if (mayRegister) {
            permissions.add(Permissions.REGISTER);
        }
        if (isOperator) {
            permissions.add(Permissions.OPERATE);
        }
        if (mayRegister || isOperator) {
            permissions.add(Permissions.MANAGE_CLIENTS);
        }
        Caller caller = callerOf(token);
        return new Admission(
                caller,
                isOperator ? TrustTier.OPERATOR : TrustTier.AUTHENTICATED,
                permissions,
                isOperator ? new Reach.Everything() : new Reach.OwnClients(caller.asOwner()));
    }

    private static Caller callerOf(JsonWebToken token) {
        return new Caller(
                CredentialKind.ACCESS_TOKEN,
                Optional.ofNullable(token.getIssuer()),
                Optional.ofNullable(token.getSubject()),
                text(token, "client_id").or(() -> text(token, "azp")),
                Optional.ofNullable(token.getTokenID()),
                Optional.of(PolicyNames.DEFAULT));
    }

    private Set<String> scopesOf(JsonWebToken token) {
        return ScopeClaim.read(plain(token.getClaim(settings.scopeClaim())), settings.acceptScopeArray())
                .orElse(Set.of());
    }

    private static Optional<String> text(JsonWebToken token, String claim) {
        return plain(token.getClaim(claim)) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    // The token interface hands out custom claims as JSON-P values.
    private static Object plain(Object claim) {
        if (claim instanceof JsonString text) {
            return text.getString();
        }
        return claim instanceof Collection<?> list
                ? list.stream().map(AccessTokenAdmission::plain).toList()
                : claim;
    }
}
