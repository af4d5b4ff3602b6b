package io.registrar.metadata.policy;

import io.registrar.metadata.profile.Profile;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One registration policy. What is not set is not bounded. */
public interface PolicySettings {

    /** The grant types that a client may have. */
    Optional<List<String>> grantTypes();

    /** The response types that a client may have. */
    Optional<List<String>> responseTypes();

    /** The authentication methods that a client may have. */
    Optional<List<String>> tokenEndpointAuthMethods();

    /** The application types that a client may have: web, native. */
    Optional<List<String>> applicationTypes();

    /** The scopes that a client may have; a star at the end stands for any ending, as in `orders.*`. */
    Optional<List<String>> scopes();

    /** The scopes of a client that names none, instead of those of the deployment, as far as it may have them. */
    Optional<List<String>> defaultScopes();

    /**
     * Where a client may send users, and where scripts and frames may come from that it lets in: in redirect_uris,
     * initiate_login_uri, post_logout_redirect_uris, frontchannel_logout_uri, claims_redirect_uris and
     * allowed_cors_origins. `app.example.com`; `*.apps.example.com` for every name below; `loopback`;
     * `com.example.app:` for a private-use scheme. Ports make no difference.
     */
    Optional<List<String>> redirectHosts();

    /**
     * Where all other URIs of a client may lead, in every language: client_uri, logo_uri, tos_uri, policy_uri, pages in
     * contacts, jwks_uri, `x5u` of keys in jwks, sector_identifier_uri, request_uris, backchannel_logout_uri,
     * backchannel_client_notification_endpoint, signed_jwks_uri, information_uri and organization_uri. Written as
     * `redirect-hosts`, without schemes.
     */
    Optional<List<String>> uriHosts();

    /** The largest number for a metadata member, as in `maximum.client_lifetime`; a larger default is lowered to it. */
    Map<String, Long> maximum();

    /** The metadata members that a client must send. */
    Optional<List<String>> required();

    /** The one value of a metadata member, JSON or plain text, as in `fixed.require_consent`; a client that says nothing gets it. */
    Map<String, String> fixed();

    /** Tightens the rules to a profile, beside that of the deployment: the names of `registrar.metadata.profile`. */
    Optional<Profile> profile();

    /** The most live clients that one caller may have under the policy. */
    Optional<Integer> quota();

    /** How fast one caller may register under the policy; each instance counts for itself. */
    Optional<RateSettings> rate();
}
