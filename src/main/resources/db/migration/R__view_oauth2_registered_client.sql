-- Exactly what Spring Authorization Server's JdbcRegisteredClientRepository reads (release 7.1).
-- Its lists are comma-separated with no escape, so no URI or scope with a comma is ever registered.
-- What it cannot express is in db/readers/oauth2_registered_client.json.
create or replace view identity.oauth2_registered_client with (security_barrier) as
select
  c.client_id as id,
  c.client_id,
  c.created_at as client_id_issued_at,
  '{SHA-256}' || encode(s.digest, 'hex') as client_secret,
  s.expires_at as client_secret_expires_at,
  coalesce(c.metadata ->> 'client_name', c.client_id) as client_name,
  m.authentication_method as client_authentication_methods,
  registrar.comma_separated(c.metadata -> 'grant_types') as authorization_grant_types,
  registrar.comma_separated(c.metadata -> 'redirect_uris') as redirect_uris,
  registrar.comma_separated(c.metadata -> 'post_logout_redirect_uris') as post_logout_redirect_uris,
  coalesce(replace(c.metadata ->> 'scope', ' ', ','), '') as scopes,
  json_strip_nulls(json_build_object(
    '@class', 'java.util.Collections$UnmodifiableMap',
    'settings.client.require-proof-key', c.metadata -> 'grant_types' ? 'authorization_code',
    'settings.client.require-authorization-consent', coalesce(c.metadata -> 'require_consent', 'false'),
    'settings.client.jwk-set-url', c.metadata ->> 'jwks_uri',
    'settings.client.x509-certificate-subject-dn', c.metadata ->> 'tls_client_auth_subject_dn',
    -- Never the algorithm of client_secret_jwt: this reader would take the secret's published hash for the secret.
    'settings.client.token-endpoint-authentication-signing-algorithm',
    case when m.authentication_method = 'private_key_jwt' and m.assertion_algorithm = any (r.algorithms)
      then json_build_array(r.algorithm_class, m.assertion_algorithm) end
  ))::text as client_settings,
  json_strip_nulls(json_build_object(
    '@class', 'java.util.Collections$UnmodifiableMap',
    'settings.token.reuse-refresh-tokens', m.refresh_token_usage = 'ReUse',
    'settings.token.x509-certificate-bound-access-tokens',
    coalesce(c.metadata -> 'tls_client_certificate_bound_access_tokens', 'false'),
    'settings.token.id-token-signature-algorithm',
    case when m.id_token_algorithm = any (r.algorithms)
      then json_build_array(r.algorithm_class, m.id_token_algorithm) end,
    'settings.token.access-token-time-to-live', json_build_array('java.time.Duration',
      'PT' || coalesce(c.metadata ->> 'access_token_lifetime', '3600') || 'S'),
    'settings.token.access-token-format', json_build_object(
      '@class', 'org.springframework.security.oauth2.server.authorization.settings.OAuth2TokenFormat',
      'value', case c.metadata ->> 'access_token_type' when 'Reference' then 'reference' else 'self-contained' end),
    'settings.token.refresh-token-time-to-live', json_build_array('java.time.Duration',
      'PT' || m.refresh_token_lifetime || 'S'),
    'settings.token.authorization-code-time-to-live', json_build_array('java.time.Duration',
      'PT' || coalesce(c.metadata ->> 'authorization_code_lifetime', '300') || 'S'),
    'settings.token.device-code-time-to-live', json_build_array('java.time.Duration', 'PT300S')
  ))::text as token_settings
from registrar.client c
cross join lateral (
  select
    c.metadata ->> 'token_endpoint_auth_method' as authentication_method,
    -- This reader refuses every assertion of a client without one; omitted metadata means any algorithm.
    coalesce(c.metadata ->> 'token_endpoint_auth_signing_alg', 'RS256') as assertion_algorithm,
    coalesce(c.metadata ->> 'id_token_signed_response_alg', 'RS256') as id_token_algorithm,
    coalesce(c.metadata ->> 'refresh_token_usage',
      case c.metadata ->> 'token_endpoint_auth_method' when 'none' then 'OneTimeOnly' else 'ReUse' end)
      as refresh_token_usage,
    case c.metadata ->> 'refresh_token_expiration'
      when 'Sliding' then coalesce(c.metadata ->> 'sliding_refresh_token_lifetime', '1296000')
      else coalesce(c.metadata ->> 'absolute_refresh_token_lifetime', '2592000') end as refresh_token_lifetime
) m
cross join (
  -- Another name in a row would make the reader fail at every request of that client. Without the setting it refuses
  -- the assertion, or fails where it would sign the ID token, and never takes a weaker algorithm.
  select
    'org.springframework.security.oauth2.jose.jws.SignatureAlgorithm' as algorithm_class,
    array['RS256', 'RS384', 'RS512', 'ES256', 'ES384', 'ES512', 'PS256', 'PS384', 'PS512'] as algorithms
) r
left join lateral (
  -- One secret column: the newest, expired or not, because this reader judges the end itself.
  -- By identity, not by time: the clocks that stamp rotations may differ.
  select secret.digest, secret.expires_at
  from registrar.client_secret secret
  where secret.client = c.id
  order by secret.id desc
  limit 1
) s on true
where c.enabled
  and (c.expires_at is null or c.expires_at > statement_timestamp());

comment on view identity.oauth2_registered_client is 'The table of Spring Authorization Server''s stock JDBC repository, as a view; one row a client that may be used now.';

grant usage on schema identity to identity_reader;
grant select on identity.oauth2_registered_client to identity_reader;
