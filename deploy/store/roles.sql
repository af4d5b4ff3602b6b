-- The three logins of the store. Roles belong to the whole cluster, so they are made once, by an
-- administrator, before the first `migrate`:
--
--   psql -v owner_password=... -v service_password=... -v reader_password=... -f roles.sql
--   psql -c 'create database registrar owner registrar_owner'
--
-- Safe to run again: passwords are set to what is given, nothing else changes.

do $$
begin
  if not exists (select from pg_roles where rolname = 'registrar_owner') then
    create role registrar_owner;
  end if;
  if not exists (select from pg_roles where rolname = 'registrar_service') then
    create role registrar_service;
  end if;
  if not exists (select from pg_roles where rolname = 'identity_reader') then
    create role identity_reader;
  end if;
end
$$;

-- Owns the schemas and runs the migrations; no running service holds this login.
alter role registrar_owner with login nosuperuser nocreatedb nocreaterole noreplication nobypassrls
  password :'owner_password';

-- The service: rows, never definitions.
alter role registrar_service with login nosuperuser nocreatedb nocreaterole noreplication nobypassrls
  password :'service_password';

-- The identity server: reads the published views, nothing else.
alter role identity_reader with login nosuperuser nocreatedb nocreaterole noreplication nobypassrls
  password :'reader_password';

-- Stock repositories name their table without a schema. Transactions of a reader are read-only from the
-- start, so that a mistake of its own fails at once; what it may do is decided by the grants.
alter role identity_reader set search_path = identity;
alter role identity_reader set default_transaction_read_only = on;
alter role registrar_service set search_path = registrar;

-- The service itself waits ten seconds for an answer. The server gives up before that: otherwise statements that nobody
-- waits for any more would hold connections for as long as a lock lasts.
alter role registrar_service set statement_timeout = '8s';
