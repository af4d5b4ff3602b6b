-- Takes from everybody what PostgreSQL gives to everybody in a new database, and what roles.sql and `migrate` cannot take:
-- large objects, locks by number, other functions that write. A superuser runs it once, connected to the service's
-- database, after that was created:
--
--   psql -d registrar -f database.sql
--
-- Safe to run again: after an upgrade of PostgreSQL to another major release, and when `migrate` asks for it. Where a
-- provider gives no superuser, `migrate` says what its logins can do because of that.

\set ON_ERROR_STOP on

-- What one session of a reader or of the service may write to disk for sorting and the like.
\if :{?temporary_files}
\else
  \set temporary_files 1GB
\endif

begin;

do $$
begin
  if not (select rolsuper from pg_roles where rolname = current_user) then
    raise exception 'database.sql needs a superuser';
  end if;
  if not exists (
    select from pg_database where datname = current_database() and pg_get_userbyid(datdba) = 'registrar_owner'
  ) then
    raise exception 'the database % is not the service''s: connect to the one that registrar_owner owns',
      current_database();
  end if;
end
$$;

do $$
declare
  signature text;
begin
  for signature in
    select oid::regprocedure from pg_proc
    where pronamespace = 'pg_catalog'::regnamespace
      -- LoginWarnings in the service asks for the same.
      and proname ~ ('^(lo_.*|loread|lowrite|pg_(try_)?advisory_(xact_)?lock(_shared)?'
        || '|pg_logical_emit_message|pg_export_snapshot|pg_cancel_backend|pg_terminate_backend)$')
  loop
    execute format('revoke execute on function %s from public', signature);
    -- The migration tool lets one migration run at a time by such a lock; a dump with several jobs exports its snapshot.
    if signature ~ '^pg_(try_)?advisory|^pg_export_snapshot' then
      execute format('grant execute on function %s to registrar_owner', signature);
    end if;
    -- Everybody may end sessions of the own login: a thief those of the identity server. The rest stays as it was.
    if signature ~ '^pg_(cancel|terminate)_backend' then
      execute format('grant execute on function %s to pg_signal_backend', signature);
    end if;
  end loop;
end
$$;

-- Code of one's own in DO blocks: loops, and lines in the server's log without an end. Migrations use it.
revoke usage on language plpgsql from public;
grant usage on language plpgsql to registrar_owner;

-- Everybody's until PostgreSQL 14.
revoke create on schema public from public;

-- Settings that a login made for itself in this database would win over those of roles.sql. The bound on temporary
-- files is a superuser's to set, and no session can lift it.
set local registrar.temporary_files = :'temporary_files';
do $$
declare
  login text;
begin
  foreach login in array array['registrar_owner', 'registrar_service', 'identity_reader'] loop
    execute format('alter role %I in database %I reset all', login, current_database());
  end loop;
  foreach login in array array['registrar_service', 'identity_reader'] loop
    execute format('alter role %I in database %I set temp_file_limit = %L',
      login, current_database(), current_setting('registrar.temporary_files'));
  end loop;
end
$$;

commit;
