package io.registrar.store;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;

/**
 * Not ready while the schema lacks a version that this release needs. Versions of a later release do not matter: they
 * only add. Once complete a schema stays complete, so it is asked only until then.
 */
@Readiness
@ApplicationScoped
class SchemaReadiness implements HealthCheck {

    private static final String NAME = "Store schema";

    private final AgroalDataSource dataSource;
    private volatile boolean complete;

    SchemaReadiness(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public HealthCheckResponse call() {
        if (complete) {
            return HealthCheckResponse.up(NAME);
        }
        try {
            complete = missingVersions() == 0;
            return complete ? HealthCheckResponse.up(NAME) : down("migrations are missing: run the migrate mode");
        } catch (FlywayException unreachable) {
            return down("the database cannot be read");
        }
    }

    private long missingVersions() {
        MigrationInfoService info =
                Migrations.configuration().dataSource(dataSource).load().info();
        return Arrays.stream(info.pending())
                .map(MigrationInfo::getVersion)
                .filter(version -> version != null)
                .count();
    }

    private static HealthCheckResponse down(String reason) {
        return HealthCheckResponse.named(NAME).down().withData("reason", reason).build();
    }
}
