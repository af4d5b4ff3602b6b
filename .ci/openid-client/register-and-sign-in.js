// openid-client knows nothing but the issuer and an access token for registration: it finds the endpoint in discovery,
// registers itself, signs a user in with the code flow and PKCE, and uses and refreshes its tokens.
import assert from 'node:assert/strict'
import * as client from 'openid-client'

const { ISSUER, REGISTRATION_TOKEN, SPLIT_USER, SPLIT_PASSWORD } = process.env
const redirectUri = 'https://client.example.com/cb'

const configuration = await client.dynamicClientRegistration(
  new URL(ISSUER),
  {
    client_name: 'openid-client',
    redirect_uris: [redirectUri],
    grant_types: ['authorization_code', 'refresh_token'],
    scope: 'openid profile',
    // What this library does with a secret, unless told otherwise; the specification's default is client_secret_basic.
    token_endpoint_auth_method: 'client_secret_post',
  },
  undefined,
  { initialAccessToken: REGISTRATION_TOKEN, execute: [client.allowInsecureRequests] },
)
const registered = configuration.clientMetadata()
assert.ok(registered.client_id && registered.client_secret && registered.registration_access_token)
console.log(`registered itself: ${registered.client_id}`)

const codeVerifier = client.randomPKCECodeVerifier()
const state = client.randomState()
const answer = await signIn(
  client.buildAuthorizationUrl(configuration, {
    redirect_uri: redirectUri,
    scope: 'openid profile',
    state,
    code_challenge: await client.calculatePKCECodeChallenge(codeVerifier),
    code_challenge_method: 'S256',
  }),
)
const tokens = await client.authorizationCodeGrant(configuration, answer, {
  pkceCodeVerifier: codeVerifier,
  expectedState: state,
  idTokenExpected: true,
})
assert.equal(tokens.claims().aud, registered.client_id)
console.log(`signed in: ${tokens.claims().sub}`)

const userInfo = await client.fetchUserInfo(configuration, tokens.access_token, tokens.claims().sub)
assert.equal(userInfo.sub, SPLIT_USER)
const refreshed = await client.refreshTokenGrant(configuration, tokens.refresh_token)
assert.notEqual(refreshed.access_token, tokens.access_token)
console.log('read UserInfo and refreshed its access token')

// The user's part: a browser that keeps cookies and follows redirects until the client's own address.
async function signIn(authorizationUrl) {
  const cookies = new Map()
  const browse = async (url, options = {}) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(url, {
      redirect: 'manual',
      ...options,
      headers: { accept: 'text/html', cookie, ...options.headers },
    })
    for (const set of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(set)
      cookies.set(name, value)
    }
    return response
  }
  const target = (response) => new URL(response.headers.get('location'), ISSUER)
  const loginPage = target(await browse(authorizationUrl))
  const page = await (await browse(loginPage)).text()
  const csrf = /name="_csrf"[^>]*value="([^"]*)"/.exec(page)[1]
  const back = await browse(loginPage, {
    method: 'POST',
    body: new URLSearchParams({ _csrf: csrf, username: SPLIT_USER, password: SPLIT_PASSWORD }),
  })
  const end = target(await browse(target(back)))
  assert.equal(end.origin + end.pathname, redirectUri)
  return end
}
