package io.registrar.access.issuer;

import io.registrar.access.Admission;

/** What the tokens of one issuer allow: by their scopes, or by conditions on their claims. */
interface TokenAdmission {

    /** @throws ConditionsUnmetException where the issuer has conditions and the token meets none */
    Admission of(VerifiedToken token);
}
