-- A registration's four inserts, in the order of the service, for pgbench; deploy/benchmark/trail-cost runs it.
\set n random(1, 9000000000000000000)
begin;
insert into registrar.client (client_id, metadata, owner_kind, owner_issuer, owner_subject, owner_client_id, owner_token_id,
  policy, tenant, trust_tier, version, enabled, protected, created_at, updated_at, expires_at, limits)
values (md5('c' || (:n)::text), '{"application_type": "web", "client_name": "Demo", "contacts": ["ops@example.com"],
  "grant_types": ["authorization_code", "refresh_token"], "id_token_signed_response_alg": "RS256",
  "redirect_uris": ["https://app.example.com/cb"], "response_types": ["code"], "scope": "openid profile email",
  "subject_type": "public", "token_endpoint_auth_method": "client_secret_basic"}', 'access_token',
  'https://login.example.com', 'ci-pipeline', 'ci-pipeline', 'j-1', 'default', '', 'authenticated', 1, true, false,
  date_trunc('second', now()), date_trunc('second', now()), null, null)
returning id as row
\gset
insert into registrar.client_secret (client, digest, created_at, expires_at)
values (:row, sha256(('s' || (:n)::text)::bytea), date_trunc('second', now()), null);
insert into registrar.registration_access_token (client, digest, created_at, expires_at)
values (:row, sha256(('t' || (:n)::text)::bytea), date_trunc('second', now()), null);
insert into registrar.audit_event (id, occurred_at, event, outcome, client_id, version, actor_kind, actor_issuer,
  actor_subject, actor_client_id, actor_token_id, actor_policy, source_address, request_id)
values (gen_random_uuid(), date_trunc('second', now()), 'client.registered', 'success', md5('c' || (:n)::text), 1,
  'access_token', 'https://login.example.com', 'ci-pipeline', 'ci-pipeline', 'j-1', 'default', '127.0.0.1', 'r-1');
commit;
