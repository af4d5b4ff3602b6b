package io.registrar.store;

import java.sql.SQLException;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.flywaydb.core.api.FlywayException;

/** The application's {@code migrate} mode: runs the migrations with the owner's login, and no server. */
public final class MigrateMode {

    private static final String URL = "quarkus.datasource.jdbc.url";
    private static final String OWNER_USERNAME = "registrar.store.owner-username";
    private static final String OWNER_PASSWORD = "registrar.store.owner-password";

    private MigrateMode() {}

    /**
     * Says on standard error, one line each, what the logins may do that only a superuser can take from them.
     *
     * @return the process's exit code: 0 when the schema is complete, 1 with one line on standard error when not
     */
    public static int run() {
        Config config = ConfigProvider.getConfig();
        Optional<String> url = config.getOptionalValue(URL, String.class);
        Optional<String> username = config.getOptionalValue(OWNER_USERNAME, String.class);
        Optional<String> password = config.getOptionalValue(OWNER_PASSWORD, String.class);
        if (url.isEmpty() || username.isEmpty() || password.isEmpty()) {
            return fail(
                    "set QUARKUS_DATASOURCE_JDBC_URL, REGISTRAR_STORE_OWNER_USERNAME and REGISTRAR_STORE_OWNER_PASSWORD");
        }
        try {
            int run = Migrations.migrate(url.get(), username.get(), password.get());
            System.out.println("migrate: " + run + " migrations run; the schema is complete");
            for (String warning : Migrations.warnings(url.get(), username.get(), password.get())) {
                System.err.println("migrate: warning: " + warning);
            }
            return 0;
        } catch (FlywayException | SQLException failure) {
            return fail(failure.getMessage()
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .findFirst()
                    .orElse("failed"));
        }
    }

    private static int fail(String why) {
        System.err.println("migrate: " + why);
        return 1;
    }
}
