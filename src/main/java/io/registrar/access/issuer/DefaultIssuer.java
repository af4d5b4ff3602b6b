package io.registrar.access.issuer;

import io.quarkus.oidc.OidcConfigurationMetadata;
import io.quarkus.oidc.runtime.TenantConfigBean;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The issuer in {@code quarkus.oidc}, by the name that its tokens have. A deployment may do without it. */
@Singleton
class DefaultIssuer {

    private final Optional<String> address;
    private final Optional<String> configured;
    private final Instance<TenantConfigBean> tenants;

    /** @param tenants looked at late: while they are made, the rules for claims are already wanted */
    DefaultIssuer(
            @ConfigProperty(name = "quarkus.oidc.tenant-enabled", defaultValue = "true") boolean enabled,
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") Optional<String> address,
            @ConfigProperty(name = "quarkus.oidc.token.issuer") Optional<String> configured,
            Instance<TenantConfigBean> tenants) {
        this.address = address.filter(url -> enabled);
        this.configured = configured;
        this.tenants = tenants;
    }

    /** Whether the deployment has one. */
    boolean isConfigured() {
        return address.isPresent();
    }

    /** Whether it may be meant by that name; while its own is not known yet, it may be any. */
    boolean mayBe(String iss) {
        return isConfigured() && known().map(iss::equals).orElse(true);
    }

    /** Whether that is its name, as far as it is known by now. */
    boolean isKnownAs(String iss) {
        return isConfigured() && known().filter(iss::equals).isPresent();
    }

    /** Its identifier: as it is configured or as it says itself; until then its address, which is usually the same. */
    Optional<String> identifier() {
        return address.map(url -> known().orElse(url));
    }

    private Optional<String> known() {
        return configured.or(
                () -> Optional.ofNullable(tenants.get().getDefaultTenant().getOidcMetadata())
                        .map(OidcConfigurationMetadata::getIssuer));
    }
}
