-- Who registers under a quota waits for others of the same owner, at one of these rows: only the service's login can lock
-- them. Locks by number (pg_advisory_lock) are open to every session of a database.
create table registrar.quota_lock (
  slot     smallint primary key,
  lockable boolean  not null default true,
  constraint lockable_for_ever check (lockable)
);
insert into registrar.quota_lock (slot) select generate_series(0, 1023);
comment on table registrar.quota_lock is 'A fixed set of rows to lock, picked by a hash of what is counted; a power of two of them, numbered from 0.';
comment on column registrar.quota_lock.lockable is 'Locking a row takes the privilege to update one of its columns: this one, which has one value.';
