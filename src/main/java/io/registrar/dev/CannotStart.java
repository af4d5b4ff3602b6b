package io.registrar.dev;

/**
 * Something a developer can put right keeps the development environment from starting. The message is one line that
 * says what is wrong and what to do; it is printed without a stack trace.
 */
public final class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    static final String USE_A_REAL_SERVER = "point at a server of your own with QUARKUS_DATASOURCE_JDBC_URL,"
            + " QUARKUS_DATASOURCE_USERNAME and QUARKUS_DATASOURCE_PASSWORD, and for migrations"
            + " REGISTRAR_STORE_OWNER_USERNAME and REGISTRAR_STORE_OWNER_PASSWORD";

    public CannotStart(String line) {
        super(oneLine(line));
    }

    public CannotStart(String line, Throwable cause) {
        super(oneLine(line), cause);
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
