-- Plain RFC 7591 metadata for any identity server. Columns are only ever added, at the end.
-- security_barrier: a reader's own functions never see a row that the conditions below hide.
create or replace view identity.client with (security_barrier) as
select
  c.client_id,
  jsonb_build_object(
    'client_id', c.client_id,
    'client_id_issued_at', floor(extract(epoch from c.created_at))::bigint
  ) || c.metadata as metadata,
  coalesce(s.hashes, '[]'::jsonb) as secret_hashes,
  least(c.expires_at, s.earliest_end) as valid_until,
  c.id,
  c.tenant,
  c.version,
  c.created_at,
  c.updated_at,
  c.expires_at
from registrar.client c
left join lateral (
  -- By identity, not by time: rotations of a client wait for one another, the clocks that stamp them may differ.
  select
    jsonb_agg(
      jsonb_build_object(
        'algorithm', 'sha-256',
        'hash', encode(secret.digest, 'hex'),
        'expires_at', coalesce(floor(extract(epoch from secret.expires_at))::bigint, 0)
      ) order by secret.id desc
    ) as hashes,
    min(secret.expires_at) as earliest_end
  from registrar.client_secret secret
  where secret.client = c.id
    and (secret.expires_at is null or secret.expires_at > statement_timestamp())
) s on true
where c.enabled
  and (c.expires_at is null or c.expires_at > statement_timestamp());

comment on view identity.client is 'One row a client that may be used now.';
comment on column identity.client.metadata is 'RFC 7591 client metadata, defaults included, with client_id and client_id_issued_at.';
comment on column identity.client.secret_hashes is 'Unexpired secrets, newest first: algorithm, hash (lower-case hex of SHA-256 over the secret''s UTF-8 octets), expires_at (epoch seconds, 0 = never).';
comment on column identity.client.valid_until is 'Earliest end of the client or one of its secrets; a cache lets go then. Null = no end.';

grant usage on schema identity to identity_reader;
grant select on identity.client to identity_reader;
