-- The three logins of the store. Roles belong to the whole cluster, so they are made once, by an
-- administrator, before the first `migrate`:
--
--   psql -v owner_password=... -v service_password=... -v reader_password=... -f roles.sql
--   psql -c 'create database registrar owner registrar_owner'
--   psql -d registrar -f database.sql
--
-- The numbers below can be given in the same way. Safe to run again: passwords, limits and settings of the three
-- logins are set to what is given and to what is written here, nothing else changes. Run it again, and database.sql,
-- after one of the logins was in wrong hands: whoever has a login can change its password and its settings.

\set ON_ERROR_STOP on

-- Connections of all instances of the service together: three with their pools of 20 (quarkus.datasource.jdbc.max-size).
\if :{?service_connections}
\else
  \set service_connections 60
\endif
-- Connections of the identity server. With the service's they leave some of the usual 100 to administrators.
\if :{?reader_connections}
\else
  \set reader_connections 30
\endif
\if :{?reader_statement_timeout}
\else
  \set reader_statement_timeout 30s
\endif

begin;

do $$
declare
  login text;
begin
  foreach login in array array['registrar_owner', 'registrar_service', 'identity_reader'] loop
    if not exists (select from pg_roles where rolname = login) then
      execute format('create role %I', login);
    end if;
    -- Only a superuser may say nosuperuser, even where nothing changes; a provider's administrator is none.
    if exists (
      select from pg_roles
      where rolname = login and (rolsuper or rolcreatedb or rolcreaterole or rolreplication or rolbypassrls)
    ) then
      execute format('alter role %I nosuperuser nocreatedb nocreaterole noreplication nobypassrls', login);
    end if;
  end loop;
end
$$;

-- Owns the schemas and runs the migrations; no running service holds this login.
alter role registrar_owner with login password :'owner_password';

-- The service: rows, never definitions.
alter role registrar_service with login connection limit :service_connections password :'service_password';

-- The identity server: reads the published views, nothing else.
alter role identity_reader with login connection limit :reader_connections password :'reader_password';

alter role registrar_owner reset all;
alter role registrar_service reset all;
alter role identity_reader reset all;

-- Stock repositories name their table without a schema. Transactions of a reader are read-only from the
-- start, so that a mistake of its own fails at once; what it may do is decided by the grants.
alter role identity_reader set search_path = identity;
alter role identity_reader set default_transaction_read_only = on;
alter role registrar_service set search_path = registrar;

-- Defaults against mistakes: a session can lift its own timeouts. The connection limit it cannot.
alter role identity_reader set statement_timeout = :'reader_statement_timeout';
alter role identity_reader set lock_timeout = '5s';
alter role identity_reader set idle_in_transaction_session_timeout = '60s';
-- A session whose client is gone without a word counts against the limit until then. Pools renew theirs earlier.
alter role identity_reader set idle_session_timeout = '1h';

-- The service itself waits ten seconds for an answer. The server gives up before that: otherwise statements that nobody
-- waits for any more would hold connections for as long as a lock lasts.
alter role registrar_service set statement_timeout = '8s';
alter role registrar_service set lock_timeout = '5s';
-- Its transactions wait for nothing but the database: one that does belongs to an instance that hangs.
alter role registrar_service set idle_in_transaction_session_timeout = '10s';
-- Its pool asks idle connections every ten seconds whether they live.
alter role registrar_service set idle_session_timeout = '5min';

-- A migration that waits for a lock makes everybody wait behind it: it rather fails, and is run again.
alter role registrar_owner set lock_timeout = '5s';

commit;
