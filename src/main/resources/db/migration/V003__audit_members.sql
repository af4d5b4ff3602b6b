-- What an update changed, by name: values may be personal data.
alter table registrar.audit_event add column members text[];
comment on column registrar.audit_event.members is 'Names of the metadata members that the event changed, client_secret where one was issued or destroyed; null for none. Never values.';
