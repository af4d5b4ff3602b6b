package io.registrar.metadata.rules;

import static io.registrar.metadata.MetadataFields.CLIENT_LIFETIME;

import io.registrar.metadata.ClientMetadata;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.MetadataRule;
import io.registrar.metadata.RuleContext;
import java.time.Duration;
import java.util.Set;

/** Clients live no longer than the deployment lets them (reference A.12a). */
final class ClientLifetimeRule implements MetadataRule {

    @Override
    public Set<MetadataField> reads() {
        return Set.of(CLIENT_LIFETIME);
    }

    @Override
    public void check(ClientMetadata metadata, RuleContext context) {
        long most =
                context.policy().maxClientLifetime().map(Duration::toSeconds).orElse(Long.MAX_VALUE);
        if (metadata.number(CLIENT_LIFETIME).filter(seconds -> seconds > most).isPresent()) {
            context.refuse(CLIENT_LIFETIME, "must be at most " + most + " here");
        }
    }
}
