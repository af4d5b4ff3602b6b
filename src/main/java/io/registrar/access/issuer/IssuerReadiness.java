package io.registrar.access.issuer;

import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.oidc.runtime.TenantConfigContext;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/**
 * Not ready until the token issuer's keys were fetched once. The check itself tries: behind a load balancer no request
 * would come to do it. Later outages of the issuer do not end readiness, because tokens of cached keys and
 * registration access tokens still work.
 */
@Readiness
@ApplicationScoped
class IssuerReadiness implements AsyncHealthCheck {

    private static final String NAME = "Token issuer";

    private static final Logger LOG = Logger.getLogger(IssuerReadiness.class);

    private final TenantConfigBean tenants;
    private final AtomicBoolean said = new AtomicBoolean();

    IssuerReadiness(TenantConfigBean tenants) {
        this.tenants = tenants;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        TenantConfigContext issuer = tenants.getDefaultTenant();
        if (issuer.ready()) {
            return Uni.createFrom().item(HealthCheckResponse.up(NAME));
        }
        return issuer.initialize()
                .ifNoItem()
                .after(IssuerKeys.LONGEST_FETCH)
                .fail()
                .map(tried -> tried != null && tried.ready() ? HealthCheckResponse.up(NAME) : down("no answer"))
                .onFailure()
                .recoverWithItem(failure -> down(failure.getMessage()));
    }

    private HealthCheckResponse down(String reason) {
        if (said.compareAndSet(false, true)) {
            LOG.warnf("The token issuer's keys could not be fetched; each readiness check tries again: %s", reason);
        }
        return HealthCheckResponse.named(NAME)
                .down()
                .withData("reason", "the issuer's keys could not be fetched yet")
                .build();
    }
}
