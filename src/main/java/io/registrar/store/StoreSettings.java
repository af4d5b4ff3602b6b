package io.registrar.store;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Logins of the store; the service's own is the datasource's. */
@ConfigMapping(prefix = "registrar.store")
public interface StoreSettings {

    /** Login that owns the schemas; for the `migrate` mode only, never for a running service. */
    Optional<String> ownerUsername();

    /** Its password. */
    Optional<String> ownerPassword();
}
