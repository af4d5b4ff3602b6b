package io.registrar.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * What the logins of the service and of readers may do that {@code deploy/store/README.md} says they may not, where the
 * owner's login cannot take it from them.
 */
enum LoginWarnings {
    FUNCTIONS("may call %s", Mend.BY_SUPERUSER, """
            select string_agg(distinct case
                when proname ~ '^lo' then 'lo_*' when proname ~ 'advisory' then 'pg_advisory_*' else proname
              end, ', ')
            from pg_proc, login
            where pronamespace = 'pg_catalog'::regnamespace
              and proname ~ ('^(lo_.*|loread|lowrite|pg_(try_)?advisory_(xact_)?lock(_shared)?'
                || '|pg_logical_emit_message|pg_export_snapshot|pg_cancel_backend|pg_terminate_backend)$')
              and has_function_privilege(login.oid, pg_proc.oid, 'execute')
            """),
    CODE("may run code of their own in %s", Mend.BY_SUPERUSER, """
            select string_agg(distinct lanname, ', ') from pg_language, login
            where lanispl and has_language_privilege(login.oid, pg_language.oid, 'usage')
            """),
    DEFINITIONS("may create in the schema %s", Mend.BY_SUPERUSER, """
            select string_agg(distinct nspname, ', ') from pg_namespace, login
            where has_schema_privilege(login.oid, pg_namespace.oid, 'create')
            """),
    TEMPORARY_FILES("may fill the disk with temporary files%s", Mend.BY_SUPERUSER, """
            select distinct '' from login
            where current_setting('temp_file_limit') = '-1'
              and not exists (
                select from pg_db_role_setting, unnest(setconfig) setting
                where setrole = login.oid and setting like 'temp_file_limit=%'
                  and setdatabase in (0, (select oid from pg_database where datname = current_database())))
            """),
    TEMPORARY_TABLES("may create temporary tables in the database %s", "revoke temporary on it from public", """
            select distinct datname from pg_database, login
            where datname = current_database() and has_database_privilege(login.oid, pg_database.oid, 'temporary')
            """),
    OTHER_DATABASES(
            "may connect to the databases %s too, where nobody took anything from them",
            "revoke connect on those from public, or shut both logins out of them in pg_hba.conf", """
            select string_agg(distinct datname, ', ') from pg_database, login
            where datname <> current_database() and datallowconn
              and has_database_privilege(login.oid, pg_database.oid, 'connect')
            """),
    CONNECTIONS("have no connection limit: %s", "run deploy/store/roles.sql again", """
            select string_agg(rolname, ', ') from login where rolconnlimit = -1
            """);

    private static final class Mend {
        static final String BY_SUPERUSER = "let a superuser run deploy/store/database.sql in this database";
    }

    private static final String LOGINS =
            "with login as (select * from pg_roles where rolname in ('registrar_service', 'identity_reader')) ";

    private final String what;
    private final String mend;
    private final String found;

    LoginWarnings(String what, String mend, String found) {
        this.what = what;
        this.mend = mend;
        this.found = found;
    }

    /** One line each; empty when the logins may do what they should and nothing else. */
    static List<String> of(Connection owner) throws SQLException {
        List<String> warnings = new ArrayList<>();
        try (Statement statement = owner.createStatement()) {
            for (LoginWarnings warning : values()) {
                try (ResultSet row = statement.executeQuery(LOGINS + warning.found)) {
                    if (row.next() && row.getString(1) != null) {
                        warnings.add("the logins of the service or of the reader "
                                + warning.what.formatted(row.getString(1)) + ": " + warning.mend);
                    }
                }
            }
        }
        return warnings;
    }
}
