package io.registrar.access.issuer;

import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.oidc.runtime.TenantConfigContext;
import io.quarkus.runtime.StartupEvent;
import io.registrar.access.AccessSettings;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jboss.logging.Logger.Level;
import org.jose4j.jwt.consumer.InvalidJwtException;

/**
 * Fetches the keys of every issuer anew from time to time. A token of an unknown key is reason enough, but none may come:
 * then a key that was withdrawn would stay good, and one that took its place under the same id, or without one, would
 * never be.
 */
@Singleton
final class KeyRenewal {

    private static final String NO_TOKEN = "";

    private static final Logger LOG = Logger.getLogger(KeyRenewal.class);

    private final Vertx vertx;
    private final TenantConfigBean tenants;
    private final AccessSettings settings;
    private final Set<String> said = ConcurrentHashMap.newKeySet();

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
                .forEach(this::renew);
    }

    private void renew(TenantConfigContext issuer) {
        if (!keepsKeys(issuer)) {
            sayOnce(
                    Level.INFO,
                    issuer,
                    "is asked for keys token by token: none are kept here that would have to be renewed");
            return;
        }
        // What is thrown and what fails are one: the next issuer is asked all the same.
        Uni.createFrom()
                // quarkus-oidc fetches keys for a token's sake only; that this is none shows when they are there.
                .deferred(() -> issuer.provider().refreshJwksAndVerifyJwtToken(NO_TOKEN, false, false, null))
                .ifNoItem()
                .after(IssuerKeys.LONGEST_FETCH)
                .fail()
                .subscribe()
                .with(verified -> said.remove(idOf(issuer)), outcome -> judge(issuer, outcome));
    }

    // Without an early set quarkus-oidc has nothing that it could refresh, and a NullPointerException says so.
    private static boolean keepsKeys(TenantConfigContext issuer) {
        return issuer.oidcConfig().jwks().resolveEarly()
                && issuer.getOidcMetadata().getJsonWebKeySetUri() != null;
    }

    private void judge(TenantConfigContext issuer, Throwable outcome) {
        if (outcome instanceof InvalidJwtException) {
            said.remove(idOf(issuer));
        } else {
            sayOnce(
                    Level.WARN,
                    issuer,
                    "cannot be asked for its keys anew, and those that are known stay good: " + outcome);
        }
    }

    private void sayOnce(Level level, TenantConfigContext issuer, String what) {
        if (said.add(idOf(issuer))) {
            LOG.logf(
                    level,
                    "The issuer %s %s",
                    issuer.oidcConfig().authServerUrl().orElseGet(() -> idOf(issuer)),
                    what);
        }
    }

    private static String idOf(TenantConfigContext issuer) {
        return issuer.oidcConfig().tenantId().orElse("");
    }
}
