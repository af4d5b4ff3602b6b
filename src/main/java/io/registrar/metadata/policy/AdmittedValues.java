package io.registrar.metadata.policy;

import io.registrar.metadata.GrantType;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.RegistrationTerms;
import io.registrar.metadata.TrustTier;
import io.registrar.metadata.rules.ResponseTypes;
import java.util.List;

/**
 * What is left of the values that members with lists can have. Left out is what the deployment keeps from every client,
 * and what the policy does; how members go together is not asked.
 *
 * @param terms what the deployment and its identity server admit, and what the policy demands
 */
record AdmittedValues(RegistrationTerms terms) {

    /** Those of one list, the identity server's usual one first. */
    List<String> of(AllowedList list) {
        MetadataField field = list.field();
        MemberValues values =
                new MemberValues(new Deployment(terms.policy(), terms.outbound(), terms.reservedScopes()));
        return field.capability().flatMap(terms.capabilities()::of).orElse(list.known()).stream()
                .filter(value -> values.problemOfText(field, value).isEmpty())
                .filter(value -> terms.demands().permits(field, value))
                .filter(value -> isAdmitted(list, value))
                .toList();
    }

    private boolean isAdmitted(AllowedList list, String value) {
        return switch (list) {
            case GRANT_TYPES -> isAdmittedGrant(value);
            case RESPONSE_TYPES -> ResponseTypes.isAdmitted(value, terms.policy());
            default -> true;
        };
    }

    private boolean isAdmittedGrant(String grant) {
        if (grant.equals(GrantType.IMPLICIT)) {
            // The switches are about response types, and without one of them the grant is refused (reference B.2).
            return ResponseTypes.anyFrontChannel(of(AllowedList.RESPONSE_TYPES));
        }
        return !GrantType.WITH_TOKENS_OF_OTHERS.contains(grant) || terms.tier().isAtLeast(TrustTier.AUTHENTICATED);
    }
}
