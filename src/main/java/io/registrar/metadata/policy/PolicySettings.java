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
     * Where a client may send users, in redirect_uris, post_logout_redirect_uris and claims_redirect_uris:
     * `app.example.com`; `*.apps.example.com` for every name below; `loopback`; `com.example.app:` for a private-use
     * scheme.
     */
    Optional<List<String>> redirectHosts();

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
