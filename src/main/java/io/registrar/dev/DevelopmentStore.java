package io.registrar.dev;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/**
 * Registrar's database on an {@link EmbeddedPostgres}, with the roles, the owner and the migrations of the real one.
 *
 * <p>The passwords below are for development and tests only: they are public, and the server listens on 127.0.0.1.
 */
public final class DevelopmentStore {

    public static final String DATABASE = "registrar";
    public static final Login OWNER = new Login("registrar_owner", "development-only-owner");
    public static final Login SERVICE = new Login("registrar_service", "development-only-service");
    public static final Login READER = new Login("identity_reader", "development-only-reader");

    private final EmbeddedPostgres postgres;
    private final Path roles;
    private final Migration migration;
    private final Map<String, String> passwords;

    /** Brings the schema up to date with the owner's login. */
    @FunctionalInterface
    public interface Migration {
        void migrate(String jdbcUrl, String ownerUsername, String ownerPassword);
    }

    /**
     * @param postgres a running server
     * @param roles psql's script that creates the roles, in which {@code :'owner_password'}, {@code :'service_password'}
     *     and {@code :'reader_password'} stand for the passwords; beside it {@code database.sql} for the database. Both
     *     are run each time
     */
    public DevelopmentStore(EmbeddedPostgres postgres, Path roles, Migration migration) {
        this(
                postgres,
                roles,
                migration,
                Map.of(
                        "owner_password", OWNER.password(),
                        "service_password", SERVICE.password(),
                        "reader_password", READER.password()));
    }

    /** @param passwords by the name of psql's variable, instead of the public ones */
    DevelopmentStore(EmbeddedPostgres postgres, Path roles, Migration migration, Map<String, String> passwords) {
        this.postgres = postgres;
        this.roles = roles;
        this.migration = migration;
        this.passwords = Map.copyOf(passwords);
    }

    public String jdbcUrl() {
        return postgres.jdbcUrl(DATABASE);
    }

    /** Creates what is missing; may be repeated. */
    public void prepare() {
        try (Connection superuser = postgres.connect()) {
            run(superuser, roles);
            if (!exists(superuser)) {
                execute(superuser, "create database " + DATABASE + " owner " + OWNER.username());
            }
            // The server is this database's alone.
            execute(superuser, "revoke connect on database postgres, template1 from public");
        } catch (SQLException e) {
            throw new CannotStart(
                    "The roles and the database cannot be created with " + roles + ": " + e.getMessage(), e);
        }
        Path database = roles.resolveSibling("database.sql");
        try (Connection superuser = postgres.connect(DATABASE)) {
            run(superuser, database);
        } catch (SQLException e) {
            throw new CannotStart("The database cannot be prepared with " + database + ": " + e.getMessage(), e);
        }
        migration.migrate(jdbcUrl(), OWNER.username(), passwords.get("owner_password"));
    }

    private void run(Connection superuser, Path script) throws SQLException {
        execute(superuser, new PsqlScript(script).sql(passwords));
    }

    private static void execute(Connection superuser, String sql) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            // A brace in SQL is a brace here, not JDBC's escape.
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }

    private static boolean exists(Connection superuser) throws SQLException {
        try (PreparedStatement query = superuser.prepareStatement("select from pg_database where datname = ?")) {
            query.setString(1, DATABASE);
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        }
    }
}
