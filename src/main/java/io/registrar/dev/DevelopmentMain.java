package io.registrar.dev;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.registrar.store.Migrations;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The main method of {@code quarkus:dev}: brings a database up, then the service on it.
 *
 * <p>A live reload calls it again in the same JVM, with the classes loaded anew. What has to outlive a reload is kept
 * in system properties; the server is found running and its schema brought up to date.
 */
@QuarkusMain(name = "development")
public final class DevelopmentMain {

    private static final String JDBC_URL = "quarkus.datasource.jdbc.url";
    private static final String STARTED = "io.registrar.dev.started";

    /** A system property: the database that this JVM started, absent when a server was given from outside. */
    static final String OWN_DATABASE = "io.registrar.dev.jdbc-url";

    DevelopmentMain() {}

    public static void main(String... arguments) {
        try {
            prepare(ConfigProvider.getConfig());
        } catch (CannotStart e) {
            if (Boolean.getBoolean(STARTED)) {
                // The developer is about to put it right: the next reload tries again.
                throw e;
            }
            System.err.println(e.getMessage());
            System.exit(1);
        }
        Quarkus.run(arguments);
    }

    private static void prepare(Config config) {
        boolean reload = Boolean.getBoolean(STARTED);
        if (!reload) {
            // Before the database: a second start in the same directory ends here and disturbs nothing.
            requireFree(config, "quarkus.http.port", 8080);
            requireFree(config, "quarkus.management.port", 9000);
        }
        Optional<String> own = Optional.ofNullable(System.getProperty(OWN_DATABASE));
        Optional<String> given = config.getOptionalValue(JDBC_URL, String.class);
        if (given.isPresent() && !given.equals(own)) {
            migrateGiven(config, given.get());
        } else {
            startDatabase(config);
        }
        System.setProperty(STARTED, "true");
    }

    private static void requireFree(Config config, String property, int usual) {
        int port = config.getOptionalValue(property, Integer.class).orElse(usual);
        if (port != 0 && Ports.taken(port)) {
            throw new CannotStart("Port " + port + " is taken by another program: stop that, or choose another port"
                    + " with -D" + property + "=" + (port + 1) + ".");
        }
    }

    private static void migrateGiven(Config config, String jdbcUrl) {
        Optional<String> owner = config.getOptionalValue("registrar.store.owner-username", String.class);
        Optional<String> password = config.getOptionalValue("registrar.store.owner-password", String.class);
        if (owner.isPresent() && password.isPresent()) {
            Migrations.migrate(jdbcUrl, owner.get(), password.get());
        }
    }

    private static void startDatabase(Config config) {
        int port = config.getOptionalValue("development.postgres-port", Integer.class)
                .orElse(0);
        EmbeddedPostgres postgres = new EmbeddedPostgres(
                PostgresSettings.in(ProjectDirectory.state().resolve("postgres"))
                        .withPort(port));
        postgres.start();
        DevelopmentStore store = new DevelopmentStore(postgres, ProjectDirectory.roles(), Migrations::migrate);
        store.prepare();
        System.setProperty(OWN_DATABASE, store.jdbcUrl());
        System.setProperty(JDBC_URL, store.jdbcUrl());
        System.setProperty("quarkus.datasource.username", DevelopmentStore.SERVICE.username());
        System.setProperty("quarkus.datasource.password", DevelopmentStore.SERVICE.password());
    }
}
