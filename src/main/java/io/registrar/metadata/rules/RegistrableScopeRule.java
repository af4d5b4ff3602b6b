package io.registrar.metadata.rules;

import static io.registrar.metadata.MetadataFields.SCOPE;

import io.registrar.metadata.ClientMetadata;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.MetadataRule;
import io.registrar.metadata.RuleContext;
import io.registrar.metadata.capability.Capability;
import java.util.List;
import java.util.Set;

/** Which scopes clients may have here at all (RFC 7591 §2, reference A.1). */
final class RegistrableScopeRule implements MetadataRule {

    @Override
    public Set<MetadataField> reads() {
        return Set.of(SCOPE);
    }

    @Override
    public void check(ClientMetadata metadata, RuleContext context) {
        List<String> scopes = metadata.words(SCOPE);
        // With such a scope a client could register or change other clients.
        if (scopes.stream().anyMatch(context.reservedScopes()::contains)) {
            context.refuse(SCOPE, "a scope of this service itself can not be registered; leave it out");
        }
        if (context.capabilities()
                .of(Capability.SCOPES)
                .filter(known -> !known.containsAll(scopes))
                .isPresent()) {
            context.refuse(SCOPE, "names a scope that can not be registered here");
        }
    }
}
