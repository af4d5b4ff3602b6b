-- Everything registered so far came with the registration scope.
alter table registrar.client add column trust_tier text not null default 'authenticated';
alter table registrar.client alter column trust_tier drop default;
comment on column registrar.client.trust_tier is 'How far the registering caller was trusted: anonymous, authenticated, attested or operator; bounds later changes of the metadata.';
