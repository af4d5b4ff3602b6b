-- What the service's login may do, and who may connect at all. Runs again whenever this file changes.
do $$
begin
  execute format('revoke all on database %I from public', current_database());
  execute format('grant connect on database %I to registrar_service, identity_reader', current_database());
end
$$;

grant usage on schema registrar to registrar_service;
grant select, insert, delete
  on registrar.client, registrar.client_secret, registrar.registration_access_token
  to registrar_service;
-- What a client was registered with, and by whom, stays; releases before V007 had the whole row.
revoke update on registrar.client, registrar.client_secret, registrar.registration_access_token from registrar_service;
grant update (metadata, version, enabled, updated_at, expires_at) on registrar.client to registrar_service;
grant update (expires_at) on registrar.client_secret, registrar.registration_access_token to registrar_service;

grant select, insert on registrar.initial_access_token to registrar_service;
-- What a token allows stays as it was issued; it can be used and revoked.
grant update (uses, revoked_at) on registrar.initial_access_token to registrar_service;

-- Nothing but locking: the one column that it may update has one value.
grant select, update (lockable) on registrar.quota_lock to registrar_service;

-- Insert and nothing else: a stolen service login cannot rewrite what happened.
grant insert on registrar.audit_event to registrar_service;

-- Readiness compares the schema's version with the one this release needs.
grant select on registrar.flyway_schema_history to registrar_service;
