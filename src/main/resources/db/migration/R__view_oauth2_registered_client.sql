-- Exactly what Spring Authorization Server's JdbcRegisteredClientRepository reads (release 7.1).
-- Its lists are comma-separated with no escape, so no URI or scope with a comma is ever registered.
create or replace view identity.oauth2_registered_client with (security_barrier) as
select
  c.client_id as id,
  c.client_id,
  c.created_at as client_id_issued_at,
  '{SHA-256}' || encode(s.digest, 'hex') as client_secret,
  s.expires_at as client_secret_expires_at,
  coalesce(c.metadata ->> 'client_name', c.client_id) as client_name,
  c.metadata ->> 'token_endpoint_auth_method' as client_authentication_methods,
  registrar.comma_separated(c.metadata -> 'grant_types') as authorization_grant_types,
  registrar.comma_separated(c.metadata -> 'redirect_uris') as redirect_uris,
  registrar.comma_separated(c.metadata -> 'post_logout_redirect_uris') as post_logout_redirect_uris,
  coalesce(replace(c.metadata ->> 'scope', ' ', ','), '') as scopes,
  json_strip_nulls(json_build_object(
    '@class', 'java.util.Collections$UnmodifiableMap',
    'settings.client.require-proof-key', c.metadata -> 'grant_types' ? 'authorization_code',
    'settings.client.require-authorization-consent', false,
    'settings.client.jwk-set-url', c.metadata ->> 'jwks_uri',
    -- This reader refuses every assertion of a client without it; omitted metadata means any algorithm.
    'settings.client.token-endpoint-authentication-signing-algorithm',
    case when c.metadata ->> 'token_endpoint_auth_method' = 'private_key_jwt' then json_build_array(
      'org.springframework.security.oauth2.jose.jws.SignatureAlgorithm',
      coalesce(c.metadata ->> 'token_endpoint_auth_signing_alg', 'RS256')) end
  ))::text as client_settings,
  json_build_object(
    '@class', 'java.util.Collections$UnmodifiableMap',
    'settings.token.reuse-refresh-tokens', c.metadata ->> 'token_endpoint_auth_method' <> 'none',
    'settings.token.x509-certificate-bound-access-tokens', false,
    'settings.token.id-token-signature-algorithm', json_build_array(
      'org.springframework.security.oauth2.jose.jws.SignatureAlgorithm',
      coalesce(c.metadata ->> 'id_token_signed_response_alg', 'RS256')),
    'settings.token.access-token-time-to-live', json_build_array('java.time.Duration', 'PT1H'),
    'settings.token.access-token-format', json_build_object(
      '@class', 'org.springframework.security.oauth2.server.authorization.settings.OAuth2TokenFormat',
      'value', 'self-contained'),
    'settings.token.refresh-token-time-to-live', json_build_array('java.time.Duration', 'PT720H'),
    'settings.token.authorization-code-time-to-live', json_build_array('java.time.Duration', 'PT5M'),
    'settings.token.device-code-time-to-live', json_build_array('java.time.Duration', 'PT5M')
  )::text as token_settings
from registrar.client c
left join lateral (
  -- One secret column: the newest, expired or not, because this reader judges the end itself.
  select secret.digest, secret.expires_at
  from registrar.client_secret secret
  where secret.client = c.id
  order by secret.created_at desc, secret.id desc
  limit 1
) s on true
where c.enabled
  and (c.expires_at is null or c.expires_at > statement_timestamp());

comment on view identity.oauth2_registered_client is 'The table of Spring Authorization Server''s stock JDBC repository, as a view; one row a client that may be used now.';

grant usage on schema identity to identity_reader;
grant select on identity.oauth2_registered_client to identity_reader;
