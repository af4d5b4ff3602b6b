package io.registrar.access;

import io.quarkus.security.identity.SecurityIdentity;
import io.registrar.credential.Caller;
import io.registrar.credential.CredentialKind;
import io.registrar.credential.Secret;
import io.registrar.metadata.TrustTier;
import io.registrar.metadata.policy.RegistrationPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonString;
import java.security.Principal;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Says who a request's accepted credential stands for, and what it allows. */
@ApplicationScoped
public class Callers {

    private final AccessSettings settings;

    Callers(AccessSettings settings) {
        this.settings = settings;
    }

    /** The caller behind an admitted credential; behind a registration access token that is the client itself. */
    public Caller callerOf(SecurityIdentity identity) {
        return accessToken(identity).map(Callers::callerOf).orElseGet(() -> clientOf(identity));
    }

    private static Caller clientOf(SecurityIdentity identity) {
        return new Caller(
                CredentialKind.REGISTRATION_ACCESS_TOKEN,
                Optional.empty(),
                Optional.empty(),
                Optional.of(identity.getPrincipal().getName()),
                Optional.empty());
    }

    private static Caller callerOf(JsonWebToken token) {
        return new Caller(
                CredentialKind.ACCESS_TOKEN,
                Optional.ofNullable(token.getIssuer()),
                Optional.ofNullable(token.getSubject()),
                text(token, "client_id").or(() -> text(token, "azp")),
                Optional.ofNullable(token.getTokenID()));
    }

    /** How far the caller behind an admitted access token is trusted with sensitive metadata. */
    public TrustTier tierOf(SecurityIdentity identity) {
        return scopesOf(identity).contains(settings.operatorScope()) ? TrustTier.OPERATOR : TrustTier.AUTHENTICATED;
    }

    /** The name of the registration policy of the caller behind an admitted access token. */
    public String policyOf(SecurityIdentity identity) {
        return RegistrationPolicy.DEFAULT;
    }

    /** Which clients the caller behind an admitted access token may see and manage. */
    public Reach reachOf(SecurityIdentity identity) {
        return tierOf(identity) == TrustTier.OPERATOR
                ? new Reach.Everything()
                : new Reach.OwnClients(callerOf(identity).asOwner());
    }

    /**
     * The registration access token behind an identity, as it was presented.
     *
     * @throws IllegalStateException when the identity comes from another kind of credential
     */
    public Secret registrationAccessTokenOf(SecurityIdentity identity) {
        Secret token = identity.getAttribute(RegistrationAccessTokens.TOKEN);
        if (token == null) {
            throw new IllegalStateException("Only registration access tokens reach this endpoint");
        }
        return token;
    }

    /** The scopes of an admitted access token; none for other credentials. */
    Set<String> scopesOf(SecurityIdentity identity) {
        return accessToken(identity)
                .flatMap(token ->
                        ScopeClaim.read(plain(token.getClaim(settings.scopeClaim())), settings.acceptScopeArray()))
                .orElse(Set.of());
    }

    private static Optional<JsonWebToken> accessToken(SecurityIdentity identity) {
        Principal principal = identity.getPrincipal();
        return principal instanceof JsonWebToken token ? Optional.of(token) : Optional.empty();
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
                ? list.stream().map(Callers::plain).toList()
                : claim;
    }
}
