package io.registrar.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.output.MigrateResult;

/**
 * The schema's migrations, from the class path. They are run by the owner's login only: in production by the
 * application's {@code migrate} mode, in development and tests before the service starts.
 */
public final class Migrations {

    private static final String PRIVATE_SCHEMA = "registrar";

    private Migrations() {}

    /**
     * Brings the schema to this release's version; what is already applied is left alone.
     *
     * @return how many migrations were run
     * @throws org.flywaydb.core.api.FlywayException when the database cannot be reached or a migration fails
     */
    public static int migrate(String jdbcUrl, String ownerUsername, String ownerPassword) {
        Flyway flyway = configuration()
                .dataSource(jdbcUrl, ownerUsername, ownerPassword)
                .load();
        MigrateResult result = flyway.migrate();
        return result.migrationsExecuted;
    }

    /**
     * What the logins of the service and of readers may do beyond what their documents say, one line each with what mends
     * it: the owner's login cannot. Empty when all is well.
     *
     * @throws SQLException when the database cannot be asked
     */
    static List<String> warnings(String jdbcUrl, String ownerUsername, String ownerPassword) throws SQLException {
        DataSource database = configuration()
                .dataSource(jdbcUrl, ownerUsername, ownerPassword)
                .getDataSource();
        try (Connection owner = database.getConnection()) {
            return LoginWarnings.of(owner);
        }
    }

    static FluentConfiguration configuration() {
        return Flyway.configure(Migrations.class.getClassLoader())
                .locations("classpath:db/migration")
                .schemas(PRIVATE_SCHEMA)
                .validateMigrationNaming(true);
    }
}
