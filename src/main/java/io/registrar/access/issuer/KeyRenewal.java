package io.registrar.access.issuer;

import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.oidc.runtime.TenantConfigContext;
import io.quarkus.runtime.StartupEvent;
import io.registrar.access.AccessSettings;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Fetches the keys of every issuer anew from time to time. A token of an unknown key is reason enough, but none may come:
 * then a key that was withdrawn would stay good, and one that took its place under the same id, or without one, would
 * never be.
 */
@Singleton
final class KeyRenewal {

    private static final String NO_TOKEN = "";

    private final Vertx vertx;
    private final TenantConfigBean tenants;
    private final AccessSettings settings;

    KeyRenewal(Vertx vertx, TenantConfigBean tenants, AccessSettings settings) {
        this.vertx = vertx;
        this.tenants = tenants;
        this.settings = settings;
        AccessSettingsCheck.require(
                settings.keyRenewalInterval().compareTo(Duration.ofSeconds(1)) >= 0,
                "registrar.access.key-renewal-interval must be at least a second");
    }

    void start(@Observes StartupEvent started) {
        vertx.setPeriodic(settings.keyRenewalInterval().toMillis(), timer -> renew());
    }

    /** Those of issuers that were never asked are not known, and those of one that is away stay as they are. */
    private void renew() {
        Stream.concat(
                        Stream.of(tenants.getDefaultTenant()),
                        settings.issuers().keySet().stream()
                                .map(IssuerTenant::id)
                                .map(tenants::getDynamicTenant))
                .filter(Objects::nonNull)
                .filter(TenantConfigContext::ready)
                // A deployment may do without the one in quarkus.oidc.
                .filter(issuer -> issuer.getOidcProviderClient() != null)
                .forEach(KeyRenewal::renew);
    }

    // quarkus-oidc fetches keys for a token's sake only; that this is none shows when they are there.
    private static void renew(TenantConfigContext issuer) {
        issuer.provider()
                .refreshJwksAndVerifyJwtToken(NO_TOKEN, false, false, null)
                .ifNoItem()
                .after(IssuerKeys.LONGEST_FETCH)
                .fail()
                .subscribe()
                .with(verified -> {}, noTokenOrNoAnswer -> {});
    }
}
