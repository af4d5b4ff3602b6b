create table registrar.initial_access_token (
  id                text        primary key,
  digest            bytea       not null unique,
  label             text        not null,
  policy            text        not null,
  limits            jsonb,
  tenant            text        not null,
  max_uses          integer     not null,
  uses              integer     not null default 0,
  issuer_kind       text        not null,
  issuer_issuer     text,
  issuer_subject    text,
  issuer_client_id  text,
  issuer_token_id   text,
  created_at        timestamptz not null,
  recorded_at       timestamptz not null default clock_timestamp(),
  not_before        timestamptz,
  expires_at        timestamptz not null,
  revoked_at        timestamptz,
  constraint digest_is_sha_256 check (octet_length(digest) = 32),
  constraint uses_are_within_bounds check (uses between 0 and max_uses)
);
comment on table registrar.initial_access_token is 'Tokens that operators hand out for registering (RFC 7591 section 1.2); no reader ever sees them.';
comment on column registrar.initial_access_token.id is 'Shown to operators and kept with what was registered; not secret.';
comment on column registrar.initial_access_token.digest is 'SHA-256 of the token''s UTF-8 octets; the token itself is kept nowhere.';
comment on column registrar.initial_access_token.policy is 'Name of the registration policy that bounds what is registered with it.';
comment on column registrar.initial_access_token.limits is 'Bounds that narrow the policy further; copied to every client registered with it.';
comment on column registrar.initial_access_token.uses is 'Successful registrations; counted by the last statement of each, so that its lock is held for a moment only.';
comment on column registrar.initial_access_token.recorded_at is 'The order of lists.';
comment on column registrar.initial_access_token.issuer_subject is 'Who issued it.';

alter table registrar.client add column recorded_at timestamptz not null default clock_timestamp();
alter table registrar.client add column owner_token_id text;
alter table registrar.client add column limits jsonb;
create index client_of_owner on registrar.client (owner_issuer, owner_subject, owner_client_id, recorded_at, client_id);
create index client_by_record on registrar.client (recorded_at, client_id);
comment on column registrar.client.recorded_at is 'The order of lists, by one clock; created_at is what the client was told, in whole seconds of the instance that told it.';
comment on column registrar.client.owner_token_id is 'The jti claim, or the initial access token''s id, of the credential that registered the client.';
comment on column registrar.client.limits is 'Bounds beyond the policy, copied from the initial access token; they bind every later change.';

alter table registrar.audit_event add column warning text;
alter table registrar.audit_event add column actor_policy text;
alter table registrar.audit_event add column initial_access_token text;
comment on column registrar.audit_event.outcome is 'success, refused, or the error code that was answered.';
comment on column registrar.audit_event.warning is 'What an operator should look at, such as open registration; null for nothing.';
comment on column registrar.audit_event.actor_policy is 'The registration policy under which the actor came.';
comment on column registrar.audit_event.initial_access_token is 'Id of the initial access token that it was done to.';
