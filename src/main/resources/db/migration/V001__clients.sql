-- The private schema (registrar, made by the migration tool for its own history) holds what the service
-- writes; the schema identity is the published contract and holds nothing but views.
create schema identity;
comment on schema registrar is 'Private to the registration service.';
comment on schema identity is 'Published, read-only contract for identity servers: views that only ever gain columns.';

create table registrar.client (
  id              integer generated always as identity primary key,
  client_id       text        not null unique,
  metadata        jsonb       not null,
  owner_kind      text        not null,
  owner_issuer    text,
  owner_subject   text,
  owner_client_id text,
  policy          text        not null default 'default',
  tenant          text        not null default '',
  version         integer     not null default 1,
  enabled         boolean     not null default true,
  protected       boolean     not null default false,
  created_at      timestamptz not null,
  updated_at      timestamptz not null,
  expires_at      timestamptz,
  constraint metadata_is_an_object check (jsonb_typeof(metadata) = 'object')
);
comment on table registrar.client is 'One row a registered client (RFC 7591).';
comment on column registrar.client.id is 'For readers that join on an integer; never shown to clients.';
comment on column registrar.client.metadata is 'The effective client metadata, defaults included, under their RFC 7591 names; no server-issued member.';
comment on column registrar.client.owner_kind is 'Kind of credential that registered the client, for example access_token.';
comment on column registrar.client.owner_client_id is 'The client_id claim of the caller, not of this client.';
comment on column registrar.client.policy is 'Name of the registration policy that bounds this client for its whole life.';
comment on column registrar.client.tenant is 'Label for quotas and filters; one deployment serves one identity server.';
comment on column registrar.client.version is 'Counts replacements of the metadata; guards concurrent updates.';
comment on column registrar.client.enabled is 'False: readers see no row. Only an operator changes it.';
comment on column registrar.client.protected is 'True: refuses deletion. Only an operator changes it.';
comment on column registrar.client.expires_at is 'End of the client; null = none. Judged by this database''s clock.';

create table registrar.client_secret (
  id         bigint generated always as identity primary key,
  client     integer     not null references registrar.client on delete cascade,
  digest     bytea       not null unique,
  created_at timestamptz not null,
  expires_at timestamptz,
  constraint digest_is_sha_256 check (octet_length(digest) = 32)
);
create index client_secret_of_client on registrar.client_secret (client, created_at desc);
comment on table registrar.client_secret is 'The secrets of a client; more than one lives during a rotation.';
comment on column registrar.client_secret.digest is 'SHA-256 of the secret''s UTF-8 octets; the secret itself is kept nowhere.';

create table registrar.registration_access_token (
  id         bigint generated always as identity primary key,
  client     integer     not null references registrar.client on delete cascade,
  digest     bytea       not null unique,
  created_at timestamptz not null,
  expires_at timestamptz,
  constraint digest_is_sha_256 check (octet_length(digest) = 32)
);
create index registration_access_token_of_client on registrar.registration_access_token (client);
comment on table registrar.registration_access_token is 'RFC 7592 tokens, each bound to one client; no reader ever sees them.';

create table registrar.audit_event (
  id              uuid        primary key,
  occurred_at     timestamptz not null,
  event           text        not null,
  outcome         text        not null,
  client_id       text,
  actor_kind      text        not null,
  actor_issuer    text,
  actor_subject   text,
  actor_client_id text,
  actor_token_id  text,
  source_address  text,
  request_id      text
);
create index audit_event_of_client on registrar.audit_event (client_id, occurred_at);
comment on table registrar.audit_event is 'Append-only trail: the service''s login can insert and do nothing else; it outlives the clients.';
comment on column registrar.audit_event.actor_token_id is 'The jti claim of the caller''s token, where it has one.';

create function registrar.comma_separated(list jsonb) returns text
  language sql immutable parallel safe
  return (select string_agg(element.value, ',' order by element.position)
          from jsonb_array_elements_text(list) with ordinality as element(value, position));
comment on function registrar.comma_separated is 'A JSON array of strings as the comma-separated list that some readers expect; null for null and for an empty array.';
