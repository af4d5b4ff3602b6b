package io.registrar.access.issuer;

import io.registrar.access.AccessSettings;
import io.registrar.access.Admission;
import io.registrar.access.Permissions;
import io.registrar.access.Reach;
import io.registrar.access.TokenSettings;
import io.registrar.access.TokenSettings.PolicyChoice;
import io.registrar.credential.Caller;
import io.registrar.metadata.TrustTier;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a verified access token allows by its scopes (metadata reference, I.4). */
final class ScopeAdmission implements TokenAdmission {

    private final AccessSettings scopes;
    private final TokenSettings rules;
    private final List<Choice> choices;
    private final Optional<String> fallback;

    /** @param rules those of the token's issuer */
    ScopeAdmission(AccessSettings scopes, TokenSettings rules) {
        this.scopes = scopes;
        this.rules = rules;
        this.choices = rules.policies().stream().map(Choice::new).toList();
        this.fallback = FallbackPolicy.of(rules);
    }

    @Override
    public Admission of(VerifiedToken token) {
        Set<String> has = ScopeClaim.read(token.value(rules.scopeClaim()), rules.acceptScopeArray())
                .orElse(Set.of());
        boolean isOperator = has.contains(scopes.operatorScope());
        Caller caller = token.caller(token.text("client_id").or(() -> token.text("azp")), policy(has, token));
        return new Admission(
                caller,
                isOperator ? TrustTier.OPERATOR : TrustTier.AUTHENTICATED,
                permissions(has.contains(scopes.registrationScope()), isOperator),
                isOperator ? new Reach.Everything() : new Reach.OwnClients(caller.asOwner()));
    }

    private static Set<String> permissions(boolean mayRegister, boolean isOperator) {
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
        return permissions;
    }

    // Who has none may still manage clients, or be an operator.
    private Optional<String> policy(Set<String> has, VerifiedToken token) {
        return choices.stream()
                .filter(choice -> choice.isFor(has, token))
                .map(choice -> choice.policy)
                .findFirst()
                .or(() -> fallback);
    }

    private static final class Choice {

        private final String policy;
        private final Optional<String> scope;
        private final ClaimPatterns claims;

        Choice(PolicyChoice settings) {
            this.policy = settings.policy();
            this.scope = settings.scope();
            this.claims = new ClaimPatterns(settings.claims());
        }

        boolean isFor(Set<String> scopes, VerifiedToken token) {
            return scope.map(scopes::contains).orElse(true) && claims.match(token);
        }
    }
}
