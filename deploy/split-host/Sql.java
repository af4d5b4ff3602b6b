import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.Set;

/**
 * What try-it needs of psql, which few machines have: runs each argument as a statement and prints its rows, or the
 * SQLSTATE and message of its refusal. After {@code --refused} it fails unless every statement is refused for good.
 */
final class Sql {

    /** Insufficient privilege; and what PostgreSQL says of writing to these views before it looks at privileges. */
    private static final Set<String> REFUSALS = Set.of("42501", "55000");

    public static void main(String[] arguments) throws SQLException {
        boolean refused = arguments[0].equals("--refused");
        Properties login = new Properties();
        login.setProperty("user", System.getenv("SQL_USER"));
        login.setProperty("password", System.getenv("SQL_PASSWORD"));
        // A login's read-only default is no border: a thief would switch it off too.
        login.setProperty("options", "-c default_transaction_read_only=off");
        boolean asExpected = true;
        try (Connection connection = DriverManager.getConnection(System.getenv("SQL_URL"), login);
                Statement statement = connection.createStatement()) {
            for (int i = refused ? 1 : 0; i < arguments.length; i++) {
                try {
                    print(statement, arguments[i]);
                    asExpected &= !refused;
                    System.out.print(refused ? arguments[i] + ": NOT REFUSED\n" : "");
                } catch (SQLException e) {
                    asExpected &= refused && REFUSALS.contains(e.getSQLState());
                    System.out.println(arguments[i] + ": " + e.getSQLState() + " "
                            + e.getMessage().lines().findFirst().orElse(""));
                }
            }
        }
        System.exit(asExpected ? 0 : 1);
    }

    private static void print(Statement statement, String sql) throws SQLException {
        if (!statement.execute(sql)) {
            return;
        }
        ResultSet rows = statement.getResultSet();
        while (rows.next()) {
            StringBuilder line = new StringBuilder();
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                line.append(i == 1 ? "" : "|").append(rows.getString(i));
            }
            System.out.println(line);
        }
    }
}
