package io.registrar.registration;

import io.registrar.access.AccessSettings;
import io.registrar.metadata.ClientMetadataValidator;
import io.registrar.metadata.MetadataPolicy;
import io.registrar.metadata.MetadataReader;
import io.registrar.metadata.OutboundPolicy;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;

/** The metadata engine with this deployment's policy. */
final class MetadataEngine {

    @Produces
    @Singleton
    MetadataReader reader(MetadataPolicy policy) {
        return new MetadataReader(policy);
    }

    /** Nobody may register a client for this service's own scopes: it could then register clients itself. */
    @Produces
    @Singleton
    ClientMetadataValidator validator(MetadataPolicy policy, OutboundPolicy outbound, AccessSettings access) {
        return new ClientMetadataValidator(
                policy, outbound, Set.of(access.registrationScope(), access.operatorScope()));
    }
}
