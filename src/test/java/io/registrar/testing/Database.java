package io.registrar.testing;

import io.registrar.dev.DevelopmentStore;
import io.registrar.dev.Login;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** The test's database, through each of its logins. */
public final class Database {

    private Database() {}

    public static Connection asReader() throws SQLException {
        return connect(DevelopmentStore.READER);
    }

    public static Connection asService() throws SQLException {
        return connect(DevelopmentStore.SERVICE);
    }

    public static Connection asOwner() throws SQLException {
        return connect(DevelopmentStore.OWNER);
    }

    /** For breaking things. */
    public static Connection asSuperuser() throws SQLException {
        Config config = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                config.getValue("quarkus.datasource.jdbc.url", String.class),
                "postgres",
                config.getValue("test.postgres.superuser-password", String.class));
    }

    /** For what no login of the service can do: what it changes leaves no line of the trail. In schema registrar. */
    public static Connection aroundTheTrail() throws SQLException {
        Connection superuser = asSuperuser();
        execute(superuser, "set session_replication_role = replica");
        execute(superuser, "set search_path = registrar");
        return superuser;
    }

    /** The rows of a query, each by column name. */
    public static List<Map<String, Object>> query(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<Map<String, Object>> read = new ArrayList<>();
            while (rows.next()) {
                Map<String, Object> row = new LinkedHashMap<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.put(rows.getMetaData().getColumnName(i), rows.getObject(i));
                }
                read.add(row);
            }
            return read;
        }
    }

    /** The moment by the database's clock, as it is written in a query. */
    public static Object now() throws SQLException {
        try (Connection owner = asOwner()) {
            return query(owner, "select now() as now").get(0).get("now");
        }
    }

    /** The first row of a query that finds nothing at first; fails when there is none within ten seconds. */
    public static Map<String, Object> eventually(String sql) throws SQLException, InterruptedException {
        for (int i = 0; i < 100; i++) {
            try (Connection owner = asOwner()) {
                List<Map<String, Object>> rows = query(owner, sql);
                if (!rows.isEmpty()) {
                    return rows.get(0);
                }
            }
            Thread.sleep(100);
        }
        throw new AssertionError("Nothing in ten seconds: " + sql);
    }

    public static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect(Login login) throws SQLException {
        String url = ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class);
        return DriverManager.getConnection(url, login.username(), login.password());
    }
}
