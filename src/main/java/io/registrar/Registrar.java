package io.registrar;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.registrar.store.MigrateMode;
import java.util.List;

/**
 * The application. Without a word, or with {@code serve}, it serves and never touches the schema; with
 * {@code migrate} it brings the schema to this release's version with the owner's login, and exits.
 */
@QuarkusMain
public final class Registrar {

    private Registrar() {}

    public static void main(String... args) {
        switch (List.of(args).stream().findFirst().orElse("serve")) {
            case "serve" -> Quarkus.run(args);
            case "migrate" -> System.exit(MigrateMode.run());
            default -> {
                System.err.println("Usage: registrar [serve|migrate]");
                System.exit(2);
            }
        }
    }
}
