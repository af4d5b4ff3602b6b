package io.registrar.access.issuer;

import io.registrar.access.Admission;
import io.registrar.access.IssuerSettings;
import io.registrar.access.Permissions;
import io.registrar.access.Reach;
import io.registrar.credential.Caller;
import io.registrar.metadata.TrustTier;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a verified token allows by what it says of the work that it was issued to. CI systems issue such tokens to
 * everything they run, so that a token of theirs is worth nothing by itself; and whatever its scopes say, it never makes
 * an operator.
 */
final class ConditionAdmission implements TokenAdmission {

    private final List<Condition> conditions;
    private final String callerClaim;

    ConditionAdmission(IssuerSettings issuer) {
        this.callerClaim = issuer.callerClaim();
        Optional<String> fallback = FallbackPolicy.of(issuer);
        this.conditions = issuer.conditions().stream()
                .map(condition -> new Condition(
                        new ClaimPatterns(condition.claims()),
                        condition.policy().or(() -> fallback)))
                .toList();
    }

    @Override
    public Admission of(VerifiedToken token) {
        Condition met = conditions.stream()
                .filter(condition -> condition.claims.match(token))
                .findFirst()
                .orElseThrow(() -> new ConditionsUnmetException(token.callerBy(callerClaim, Optional.empty())));
        Caller caller = token.callerBy(callerClaim, met.policy);
        return new Admission(
                caller,
                TrustTier.AUTHENTICATED,
                Set.of(Permissions.REGISTER, Permissions.MANAGE_CLIENTS),
                new Reach.OwnClients(caller.asOwner()));
    }

    private record Condition(ClaimPatterns claims, Optional<String> policy) {}
}
