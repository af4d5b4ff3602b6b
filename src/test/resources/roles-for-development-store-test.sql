-- The shape of deploy/store/roles.sql, as little of it as the tests need.
do $$
begin
  if not exists (select from pg_roles where rolname = 'registrar_owner') then
    create role registrar_owner login;
  end if;
  if not exists (select from pg_roles where rolname = 'registrar_service') then
    create role registrar_service login;
  end if;
  if not exists (select from pg_roles where rolname = 'identity_reader') then
    create role identity_reader login;
  end if;
end
$$;
alter role registrar_owner password :'owner_password';
alter role registrar_service password :'service_password';
alter role identity_reader password :'reader_password';
