package io.registrar.store;

import io.registrar.credential.Owner;
import java.util.Map;
import java.util.Optional;

/** The clients of one owner, in HQL: what the owner does not have, its clients do not have either. */
final class OwnerCondition {

    private OwnerCondition() {}

    static String of(Owner owner, Map<String, Object> parameters) {
        parameters.put("kind", owner.kind().wireName());
        return "ownerKind = :kind"
                + equal("ownerIssuer", owner.issuer(), parameters)
                + equal("ownerSubject", owner.subject(), parameters)
                + equal("ownerClientId", owner.clientId(), parameters);
    }

    private static String equal(String column, Optional<String> value, Map<String, Object> parameters) {
        value.ifPresent(present -> parameters.put(column, present));
        return " and " + column + (value.isPresent() ? " = :" + column : " is null");
    }
}
