package io.registrar.dev;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    /** psql's way to write a variable as a quoted literal. */
    private static final Pattern VARIABLE = Pattern.compile(":'(\\w+)'");

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
     * @param roles the SQL that creates the roles, in which psql's {@code :'owner_password'},
     *     {@code :'service_password'} and {@code :'reader_password'} stand for the passwords; run each time
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
        try (Connection superuser = postgres.connect();
                Statement statement = superuser.createStatement()) {
            // A brace in SQL is a brace here, not JDBC's escape.
            statement.setEscapeProcessing(false);
            statement.execute(withPasswords(Files.readString(roles)));
            if (!exists(superuser)) {
                statement.execute("create database " + DATABASE + " owner " + OWNER.username());
            }
        } catch (IOException e) {
            throw new CannotStart("The roles cannot be read from " + roles + ": " + e, e);
        } catch (SQLException e) {
            throw new CannotStart(
                    "The roles and the database cannot be created with " + roles + ": " + e.getMessage(), e);
        }
        migration.migrate(jdbcUrl(), OWNER.username(), passwords.get("owner_password"));
    }

    private static boolean exists(Connection superuser) throws SQLException {
        try (PreparedStatement query = superuser.prepareStatement("select from pg_database where datname = ?")) {
            query.setString(1, DATABASE);
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        }
    }

    private String withPasswords(String sql) {
        return VARIABLE.matcher(sql).replaceAll(found -> Matcher.quoteReplacement(literal(found.group(1))));
    }

    private String literal(String variable) {
        String value = passwords.get(variable);
        if (value == null) {
            throw new CannotStart(roles + " uses the unknown variable " + variable + ".");
        }
        return "'" + value.replace("'", "''") + "'";
    }
}
