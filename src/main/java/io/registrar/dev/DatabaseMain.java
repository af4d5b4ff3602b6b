package io.registrar.dev;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * A PostgreSQL with the store's database and logins, as a process of its own, until it is told to end: for
 * {@code deploy/split-host/try-it}. It leaves the schema to the product's {@code migrate} mode.
 *
 * <p>Arguments: a directory for the server and a port. Environment: {@code STORE_OWNER_PASSWORD},
 * {@code STORE_SERVICE_PASSWORD}, {@code STORE_READER_PASSWORD}.
 */
final class DatabaseMain {

    private DatabaseMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        try {
            EmbeddedPostgres postgres = new EmbeddedPostgres(
                    PostgresSettings.in(Path.of(arguments[0])).withPort(Integer.parseInt(arguments[1])));
            postgres.start();
            DevelopmentStore store = new DevelopmentStore(
                    postgres,
                    ProjectDirectory.roles(),
                    (url, owner, password) -> {},
                    Map.of(
                            "owner_password", System.getenv("STORE_OWNER_PASSWORD"),
                            "service_password", System.getenv("STORE_SERVICE_PASSWORD"),
                            "reader_password", System.getenv("STORE_READER_PASSWORD")));
            store.prepare();
            System.out.println("ready: " + store.jdbcUrl());
        } catch (CannotStart e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
        // The server stops when this JVM does.
        new CountDownLatch(1).await();
    }
}
