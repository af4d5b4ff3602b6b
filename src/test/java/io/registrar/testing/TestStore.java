package io.registrar.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.registrar.dev.DevelopmentStore;
import io.registrar.dev.EmbeddedPostgres;
import io.registrar.dev.PostgresSettings;
import io.registrar.store.Migrations;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A real PostgreSQL for the tests, with the three real logins. It logs every statement of the service's login, so that
 * a test can count what really goes over the wire.
 */
public final class TestStore implements QuarkusTestResourceLifecycleManager {

    private static final Pattern STATEMENT =
            Pattern.compile("registrar_service\\|LOG: +(?:statement|execute [^:]*): (.*)");

    static final Path DIRECTORY = Path.of("target", "test", "postgres");

    private EmbeddedPostgres postgres;

    @Override
    public Map<String, String> start() {
        postgres = new EmbeddedPostgres(PostgresSettings.in(DIRECTORY)
                .withServerSetting("log_line_prefix", "%u|")
                .withServerSetting("log_min_duration_statement", "-1"));
        postgres.start();
        DevelopmentStore store = new DevelopmentStore(postgres, Path.of("deploy/store/roles.sql"), Migrations::migrate);
        store.prepare();
        try (Connection superuser = postgres.connect();
                Statement statement = superuser.createStatement()) {
            statement.execute("alter role registrar_service set log_statement = 'all'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return Map.of(
                "quarkus.http.test-port",
                "0",
                "quarkus.management.test-port",
                "0",
                "registrar.public-base-url",
                "https://config.example.com",
                "registrar.allowed-hosts",
                "localhost",
                "quarkus.datasource.jdbc.url",
                store.jdbcUrl(),
                "quarkus.datasource.username",
                DevelopmentStore.SERVICE.username(),
                "quarkus.datasource.password",
                DevelopmentStore.SERVICE.password(),
                "test.postgres.superuser-password",
                postgres.superuserPassword());
    }

    /** The statements, in lower case, that the service's login sent while {@code work} was done. */
    public static List<String> statementsDuring(Runnable work) throws IOException {
        awaitTheTrail();
        Path log = DIRECTORY.resolve("server.log");
        long before = Files.size(log);
        work.run();
        byte[] written = Files.readAllBytes(log);
        String since = new String(written, (int) before, written.length - (int) before, StandardCharsets.UTF_8);
        return since.lines()
                .map(STATEMENT::matcher)
                .filter(Matcher::matches)
                .map(it -> it.group(1).toLowerCase(Locale.ROOT))
                // The pool asks now and then whether a connection lives.
                .filter(it -> !it.isBlank())
                .toList();
    }

    /** Waits until refusals of earlier tests are written: that is done once a second, by a connection of its own. */
    public static void awaitTheTrail() {
        try {
            Thread.sleep(1_500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        if (postgres != null) {
            postgres.stop();
        }
    }
}
