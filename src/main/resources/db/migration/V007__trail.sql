-- What readers see does not change without a line of the trail, and the trail does not say of a client what is not so:
-- the database refuses both at the commit, whoever asks. The functions have the owner's rights, because the service
-- cannot read the trail, and a search path of their own. A row is of this transaction when its xmin says so: the server
-- writes it, for nothing, and no login can. What was written behind a savepoint counts as another transaction's.

alter table registrar.audit_event add column version integer;
comment on column registrar.audit_event.version is 'The version of the client that it has since the event, or had when it was deleted; null for events that are nothing done to a client.';

-- Releases before this one do not say it.
create function registrar.name_version() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  new.version := (select c.version from registrar.client c where c.client_id = new.client_id);
  return new;
end
$$;
create trigger version_is_named before insert on registrar.audit_event for each row
  when (new.version is null and new.event in ('client.registered', 'client.updated'))
  execute function registrar.name_version();

-- Times stay as the client was told them, in whole seconds of the instance that told them.
create function registrar.refuse_time() returns trigger
  language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  raise exception 'A time for registrar.% is more than 5 minutes off the clock of the database', tg_table_name
    using errcode = 'check_violation', hint = 'Set the clocks of the service''s host and of the database''s.';
end
$$;
create trigger time_is_about_now before insert on registrar.audit_event for each row
  when (abs(extract(epoch from clock_timestamp() - new.occurred_at)) > 300)
  execute function registrar.refuse_time();
create trigger time_is_about_now before insert on registrar.client for each row
  when (abs(extract(epoch from clock_timestamp() - new.created_at)) > 300
    or abs(extract(epoch from clock_timestamp() - new.updated_at)) > 300)
  execute function registrar.refuse_time();
create trigger time_of_update_is_about_now before update on registrar.client for each row
  when (new.updated_at <> old.updated_at and abs(extract(epoch from clock_timestamp() - new.updated_at)) > 300)
  execute function registrar.refuse_time();
create trigger time_is_about_now before insert on registrar.client_secret for each row
  when (abs(extract(epoch from clock_timestamp() - new.created_at)) > 300)
  execute function registrar.refuse_time();

-- Versions count by one. A renewal, which moves nothing but the client's end, makes none.
create function registrar.count_version() returns trigger
  language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  renewed registrar.client := new;
begin
  renewed.expires_at := old.expires_at;
  renewed.updated_at := old.updated_at;
  if renewed is distinct from old then
    new.version := old.version + 1;
  end if;
  return new;
end
$$;
create trigger version_is_counted before update on registrar.client for each row
  when (new.version <> old.version + 1)
  execute function registrar.count_version();

-- In the way of every registration, so it asks for no more than that needs, and spells every operator out instead of
-- setting a search path, which would cost as much as the look-up.
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
  ) then
    raise exception 'A new client needs its line in the trail, in the same transaction'
      using errcode = 'check_violation', schema = 'registrar', table = 'client';
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
  -- The triggers of secrets ask for a change of the client; a renewal is none that tells readers.
  if new.version = old.version and exists (
    select from registrar.client_secret s where s.client = new.id and s.xmin = pg_current_xact_id()::xid
  ) then
    raise exception 'A change of a secret needs a new version of its client, in the same transaction'
      using errcode = 'check_violation', schema = 'registrar', table = 'client_secret';
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

-- A client whose row is of this transaction has its line by the triggers above. One that is gone took its secrets along.
-- In the way of every registration, too.
create function registrar.require_version_with_secret() returns trigger
  language plpgsql security definer as $$
begin
  if exists (
    select from registrar.client c
    where c.id operator(pg_catalog.=) new.client
      and c.xmin operator(pg_catalog.<>) pg_catalog.pg_current_xact_id()::pg_catalog.xid
  ) then
    raise exception 'A change of a secret needs a new version of its client, in the same transaction'
      using errcode = 'check_violation', schema = 'registrar', table = 'client_secret';
  end if;
  return null;
end
$$;
create constraint trigger change_is_on_trail after insert or update on registrar.client_secret
  deferrable initially deferred for each row
  execute function registrar.require_version_with_secret();
create function registrar.require_version_without_secret() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if exists (
    select from registrar.client c where c.id = old.client and c.xmin <> pg_current_xact_id()::xid
  ) then
    raise exception 'A change of a secret needs a new version of its client, in the same transaction'
      using errcode = 'check_violation', schema = 'registrar', table = 'client_secret';
  end if;
  return null;
end
$$;
create constraint trigger removal_is_on_trail after delete on registrar.client_secret
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
insert into registrar.deleted_client (client_id, deleted_at)
select e.client_id, max(e.occurred_at)
from registrar.audit_event e
where e.event = 'client.deleted' and not exists (select from registrar.client c where c.client_id = e.client_id)
group by e.client_id;

create function registrar.keep_deletion() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into registrar.deleted_client (client_id, deleted_at)
  values (old.client_id, date_trunc('second', clock_timestamp()))
  on conflict (client_id) do update set deleted_at = excluded.deleted_at;
  return null;
end
$$;
create trigger deletion_is_kept after delete on registrar.client for each row
  execute function registrar.keep_deletion();

create function registrar.refuse_untrue_deletion() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if exists (select from registrar.client c where c.client_id = new.client_id)
    or not exists (
      select from registrar.deleted_client d
      where d.client_id = new.client_id and d.xmin = pg_current_xact_id()::xid)
  then
    raise exception 'The trail calls a client deleted that is not, or not by this transaction'
      using errcode = 'check_violation', table = 'audit_event', schema = 'registrar';
  end if;
  return null;
end
$$;
create constraint trigger deletion_is_true after insert on registrar.audit_event
  deferrable initially deferred for each row
  when (new.event = 'client.deleted')
  execute function registrar.refuse_untrue_deletion();

-- Triggers fire for whoever changes a row; nobody has to be allowed to call these.
revoke all on function registrar.name_version(), registrar.refuse_time(), registrar.count_version(),
  registrar.require_line_of_registration(), registrar.require_line_of_change(), registrar.require_line_of_deletion(),
  registrar.require_version_with_secret(), registrar.require_version_without_secret(),
  registrar.keep_deletion(), registrar.refuse_untrue_deletion() from public;
