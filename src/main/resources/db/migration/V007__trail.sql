-- What readers see does not change without a line of the trail, and the trail calls no client deleted that is not: the
-- database refuses both, whoever asks. The functions have the owner's rights, because the service cannot read the
-- trail, and what the caller's search path says is nothing to them. A row is of this transaction when its xmin says so:
-- the server writes it, for nothing, and no login can. What was written behind a savepoint counts as another's.

alter table registrar.client add column renewed_by xid8;
comment on column registrar.client.renewed_by is 'The transaction that last moved the client''s end alone: it changes no secret.';

alter table registrar.audit_event add column version integer;
comment on column registrar.audit_event.version is 'The version of the client that it has since the event, or had when it was deleted; null for events that are nothing done to a client.';

-- Times stay as they were told, in whole seconds of the instance that told them, unless its clock is far off.
create function registrar.refuse_time(told timestamptz, relation text) returns void
  language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  raise exception 'A time for registrar.% is more than 5 minutes off the clock of the database: %', relation, told
    using errcode = 'check_violation', hint = 'Set the clocks of the service''s host and of the database''s.';
end
$$;

-- The triggers on the way of every registration have neither a condition, which the server would parse each time, nor a
-- search path to set, which would cost as much as their look-up: they spell every operator out.
create function registrar.check_line() returns trigger
  language plpgsql security definer as $$
begin
  if new.occurred_at operator(pg_catalog.<) (pg_catalog.clock_timestamp() operator(pg_catalog.-) interval '5 minutes')
    or new.occurred_at operator(pg_catalog.>) (pg_catalog.clock_timestamp() operator(pg_catalog.+) interval '5 minutes')
  then
    perform registrar.refuse_time(new.occurred_at, 'audit_event');
  end if;
  if new.event operator(pg_catalog.=) 'client.deleted' then
    if exists (select from registrar.client c where c.client_id operator(pg_catalog.=) new.client_id)
      or not exists (
        select from registrar.deleted_client d
        where d.client_id operator(pg_catalog.=) new.client_id
          and d.xmin operator(pg_catalog.=) pg_catalog.pg_current_xact_id()::pg_catalog.xid)
    then
      raise exception 'The trail would call a client deleted that is not, or not by this transaction'
        using errcode = 'check_violation', schema = 'registrar', table = 'audit_event';
    end if;
  -- Releases before this one do not say the version; their line comes after the change.
  elsif new.version is null and new.event operator(pg_catalog.~~) 'client.%' then
    new.version := (
      select c.version from registrar.client c where c.client_id operator(pg_catalog.=) new.client_id);
  end if;
  return new;
end
$$;
create trigger line_is_checked before insert on registrar.audit_event for each row
  execute function registrar.check_line();

-- Versions count by one. A renewal, which moves nothing but the client's end, makes none, and says so to the triggers of
-- secrets.
create function registrar.count_version() returns trigger
  language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  renewed registrar.client := new;
begin
  renewed.expires_at := old.expires_at;
  renewed.updated_at := old.updated_at;
  if renewed is distinct from old then
    new.version := old.version + 1;
  else
    new.renewed_by := pg_current_xact_id();
  end if;
  return new;
end
$$;
comment on column registrar.client.version is 'Counts changes that readers see, but those of the client''s end alone; guards concurrent updates.';
create trigger version_is_counted before update on registrar.client for each row
  when (new.version <> old.version + 1)
  execute function registrar.count_version();

create function registrar.require_line_of_registration() returns trigger
  language plpgsql security definer as $$
begin
  if not exists (
    select from registrar.audit_event e
    where e.client_id operator(pg_catalog.=) new.client_id
      -- No line of this transaction can be older: a client's history is not searched.
      and e.occurred_at operator(pg_catalog.>=) (pg_catalog.now() operator(pg_catalog.-) interval '5 minutes')
      and e.xmin operator(pg_catalog.=) pg_catalog.pg_current_xact_id()::pg_catalog.xid
      and e.version operator(pg_catalog.=) new.version
      and e.event operator(pg_catalog.=) 'client.registered'
      and e.outcome operator(pg_catalog.=) 'success'
      -- Readers were told that it is gone for ever.
      and not exists (select from registrar.deleted_client d where d.client_id operator(pg_catalog.=) new.client_id)
  ) then
    raise exception 'A new client needs its line in the trail, in the same transaction, and an identifier never deleted'
      using errcode = 'check_violation', schema = 'registrar', table = 'client';
  end if;
  -- As of an earlier moment a deletion might not be seen.
  if pg_catalog.current_setting('transaction_isolation') operator(pg_catalog.<>) 'read committed' then
    raise exception 'A new client needs the isolation read committed'
      using errcode = 'check_violation', schema = 'registrar', table = 'client';
  end if;
  if least(new.created_at, new.updated_at)
      operator(pg_catalog.<) (pg_catalog.clock_timestamp() operator(pg_catalog.-) interval '5 minutes')
    or greatest(new.created_at, new.updated_at)
      operator(pg_catalog.>) (pg_catalog.clock_timestamp() operator(pg_catalog.+) interval '5 minutes')
  then
    perform registrar.refuse_time(new.created_at, 'client');
  end if;
  return null;
end
$$;
create constraint trigger registration_is_on_trail after insert on registrar.client
  deferrable initially deferred for each row
  execute function registrar.require_line_of_registration();

create function registrar.require_line_of_change() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (
    select from registrar.audit_event e
    where e.client_id = new.client_id
      and e.occurred_at >= now() - interval '5 minutes'
      and e.xmin = pg_current_xact_id()::xid
      and e.version = new.version
      and e.outcome = 'success'
      and case
        when new.enabled and not old.enabled then e.event = 'client.enabled'
        when old.enabled and not new.enabled then e.event = 'client.disabled'
        else e.event like 'client.%'
          and e.event not in ('client.registered', 'client.deleted', 'client.enabled', 'client.disabled')
      end
  ) then
    raise exception 'A change of a client needs its line in the trail, in the same transaction'
      using errcode = 'check_violation', schema = 'registrar', table = 'client';
  end if;
  if new.updated_at <> old.updated_at
    and new.updated_at not between clock_timestamp() - interval '5 minutes' and clock_timestamp() + interval '5 minutes'
  then
    perform registrar.refuse_time(new.updated_at, 'client');
  end if;
  return null;
end
$$;
create constraint trigger change_is_on_trail after update on registrar.client
  deferrable initially deferred for each row
  execute function registrar.require_line_of_change();

create function registrar.require_line_of_deletion() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (
    select from registrar.audit_event e
    where e.client_id = old.client_id
      and e.occurred_at >= now() - interval '5 minutes'
      and e.xmin = pg_current_xact_id()::xid
      and e.event = 'client.deleted' and e.outcome = 'success'
  ) then
    raise exception 'A deletion of a client needs its line in the trail, in the same transaction'
      using errcode = 'check_violation', schema = 'registrar', table = 'client';
  end if;
  return null;
end
$$;
create constraint trigger deletion_is_on_trail after delete on registrar.client
  deferrable initially deferred for each row
  execute function registrar.require_line_of_deletion();

-- A client whose row is of this transaction has its line by the triggers above, so a client's change comes before its
-- secrets'. A renewal is none: readers see no new version. One that is gone took its secrets along.
create function registrar.require_version_with_secret() returns trigger
  language plpgsql security definer as $$
begin
  if exists (
    select from registrar.client c
    where c.id operator(pg_catalog.=) new.client
      and (c.xmin operator(pg_catalog.<>) pg_catalog.pg_current_xact_id()::pg_catalog.xid
        or c.renewed_by operator(pg_catalog.=) pg_catalog.pg_current_xact_id())
  ) then
    raise exception 'A change of a secret needs a new version of its client, before it in the same transaction'
      using errcode = 'check_violation', schema = 'registrar', table = 'client_secret';
  end if;
  if tg_op operator(pg_catalog.=) 'INSERT' and (
    new.created_at operator(pg_catalog.<) (pg_catalog.clock_timestamp() operator(pg_catalog.-) interval '5 minutes')
    or new.created_at operator(pg_catalog.>) (pg_catalog.clock_timestamp() operator(pg_catalog.+) interval '5 minutes'))
  then
    perform registrar.refuse_time(new.created_at, 'client_secret');
  end if;
  return new;
end
$$;
create trigger change_comes_with_version before insert or update on registrar.client_secret for each row
  execute function registrar.require_version_with_secret();

create function registrar.require_version_without_secret() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if exists (
    select from registrar.client c
    where c.id = old.client and (c.xmin <> pg_current_xact_id()::xid or c.renewed_by = pg_current_xact_id())
  ) then
    raise exception 'A change of a secret needs a new version of its client, in the same transaction'
      using errcode = 'check_violation', schema = 'registrar', table = 'client_secret';
  end if;
  return null;
end
$$;
create constraint trigger removal_comes_with_version after delete on registrar.client_secret
  deferrable initially deferred for each row
  execute function registrar.require_version_without_secret();

-- Readers drop the grants of deleted clients: they are told by the deletion itself.
create table registrar.deleted_client (
  client_id  text        primary key,
  deleted_at timestamptz not null
);
comment on table registrar.deleted_client is 'One row a client that was deleted, written by the deletion itself; no login but the owner''s can write it.';
comment on column registrar.deleted_client.deleted_at is 'When, in whole seconds by the clock of this database.';
create index deleted_client_by_time on registrar.deleted_client (deleted_at, client_id);
-- Lines from before may be forged.
insert into registrar.deleted_client (client_id, deleted_at)
select e.client_id, least(max(e.occurred_at), date_trunc('second', now()))
from registrar.audit_event e
where e.event = 'client.deleted' and e.client_id is not null
  and not exists (select from registrar.client c where c.client_id = e.client_id)
group by e.client_id;
-- What read the trail for it reads that table now.
drop index registrar.audit_event_of_deletion;

create function registrar.keep_deletion() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into registrar.deleted_client (client_id, deleted_at)
  values (old.client_id, date_trunc('second', clock_timestamp()))
  on conflict (client_id) do update set deleted_at = excluded.deleted_at;
  return old;
end
$$;
create trigger deletion_is_kept before delete on registrar.client for each row
  execute function registrar.keep_deletion();

-- Triggers fire for whoever changes a row; nobody has to be allowed to call these.
revoke all on function registrar.refuse_time(timestamptz, text), registrar.check_line(), registrar.count_version(),
  registrar.require_line_of_registration(), registrar.require_line_of_change(), registrar.require_line_of_deletion(),
  registrar.require_version_with_secret(), registrar.require_version_without_secret(),
  registrar.keep_deletion() from public;
