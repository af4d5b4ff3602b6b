-- For readers that keep grants and tokens: what a client was given ends with it (RFC 7592 section 2.3).
create or replace view identity.deleted_client with (security_barrier) as
select
  deleted.client_id,
  deleted.deleted_at
from registrar.deleted_client deleted;

comment on view identity.deleted_client is 'One row a client that was deleted; its identifier is never issued again.';
comment on column identity.deleted_client.deleted_at is 'When, in whole seconds by the clock of this database; a row can become visible some seconds later.';

grant select on identity.deleted_client to identity_reader;
