-- Readers ask which clients were deleted since they last asked.
create index audit_event_of_deletion on registrar.audit_event (occurred_at, client_id) where event = 'client.deleted';
