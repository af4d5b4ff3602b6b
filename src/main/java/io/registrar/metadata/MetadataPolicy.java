package io.registrar.metadata;

import io.registrar.metadata.capability.CapabilitySettings;
import io.registrar.metadata.profile.Profile;
import io.registrar.metadata.profile.SignedMessage;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What this deployment admits in client metadata, beyond what the specifications settle. */
@ConfigMapping(prefix = "registrar.metadata")
public interface MetadataPolicy extends CapabilitySettings {

    /** Refuses redirect URIs of a client that has no response type and so never redirects. */
    @WithDefault("true")
    boolean refuseUnusedRedirectUris();

    /** Refuses members that only the server issues, instead of ignoring them (RFC 7591 §3.2.1). */
    @WithDefault("false")
    boolean rejectServerMembers();

    /** Whether an update must say `client_id`, as the letter of RFC 7592 has it, though address and token say it, too. */
    @WithDefault("false")
    boolean requireClientIdInUpdate();

    /** Admits http for pages shown to users, such as client_uri, for development only. */
    @WithDefault("false")
    boolean allowHttpPages();

    /** Demands grant_types instead of taking authorization_code for granted. */
    @WithDefault("false")
    boolean requireGrantTypes();

    /** Takes private_key_jwt for granted when keys are sent without token_endpoint_auth_method. */
    @WithDefault("false")
    boolean inferKeyMethod();

    /** Admits response types that return tokens from the authorization endpoint (RFC 9700 §2.1.2). */
    @WithDefault("false")
    boolean allowImplicit();

    /** Admits response types that mix code with tokens. */
    @WithDefault("false")
    boolean allowHybrid();

    /** Admits http on 127.0.0.1 and [::1] for web clients; off in the strict profile of RFC 9700. */
    @WithDefault("true")
    boolean allowHttpLoopbackForWeb();

    /** Admits http on localhost for web clients. */
    @WithDefault("false")
    boolean allowLocalhostForWeb();

    /** Admits private-use schemes without a dot, against RFC 8252 §7.1. */
    @WithDefault("false")
    boolean allowDotlessSchemes();

    /** Refuses secrets for native clients (RFC 8252 §8.5). */
    @WithDefault("false")
    boolean nativeMustBePublic();

    /** Admits tokens from the authorization endpoint for native clients, against RFC 8252 §8.2. */
    @WithDefault("false")
    boolean allowNativeFrontChannel();

    /** Says that the identity server reads lists with commas between, so commas in URIs and scopes are refused. */
    @WithDefault("true")
    boolean commaSeparatedReaders();

    /**
     * The only hosts that http and https URIs may name to which users are sent, or whose scripts and frames are let in
     * (what {@code redirect-hosts} of a policy bounds); {@code *.example.com} admits every name below; absent: any.
     */
    Optional<List<String>> allowedRedirectHosts();

    /** Hosts that none of these may name, in the same form (RFC 7591 §3.2.2). */
    Optional<List<String>> deniedRedirectHosts();

    /** Refuses IP addresses other than loopback as hosts of these. */
    @WithDefault("false")
    boolean refuseIpHosts();

    /** Refuses authorization_code together with client_credentials (RFC 7591 §5). */
    @WithDefault("false")
    boolean separateUserAndMachineGrants();

    /** Admits unsigned ID tokens where none comes from the authorization endpoint. */
    @WithDefault("false")
    boolean allowIdTokenNone();

    /**
     * Brand names that no client_name may hold, nor display_name and organization_name of a federation: as whole words,
     * in any letter case, with or without accents, and in what looks like them, such as letters of other scripts and
     * characters that are not seen (RFC 7591 §5, Unicode TS 39).
     */
    Optional<List<String>> protectedNames();

    /** The scopes of a client that names none, as far as it may have them (RFC 7591 §2). */
    Optional<List<String>> defaultScopes();

    /** Scopes for clients with credentials only. */
    Optional<List<String>> confidentialOnlyScopes();

    /** Tightens the rules to a profile: rfc9700, oauth21, fapi2-security or fapi2-message-signing; absent: to none. */
    Optional<Profile> profile();

    /** What fapi2-message-signing demands signed beside requests: jarm, introspection. */
    Optional<Set<SignedMessage>> messageSigning();

    /** Drops members of flows that the client does not register, instead of refusing them. */
    @WithDefault("false")
    boolean lenientFlowMembers();

    /** Drops certificate subjects of clients with another authentication method, instead of refusing them. */
    @WithDefault("false")
    boolean lenientTlsMembers();

    /**
     * Drops pages for users that are not sound by themselves, instead of refusing them; what same-site-pages and
     * policies refuse stays refused.
     */
    @WithDefault("false")
    boolean lenientDisplay();

    /** Demands that pages for users be on the site (registrable domain) of a redirect URI (RFC 7591 §5). */
    @WithDefault("false")
    boolean sameSitePages();

    /** Admits http in the logout URIs of confidential clients. */
    @WithDefault("false")
    boolean allowHttpLogout();

    /** Demands that users be sent, after logout, to a host of a redirect URI. */
    @WithDefault("false")
    boolean sameSiteLogout();

    /** Admits request_uris that carry the hash of their content as fragment (OpenID Connect Core §6.2). */
    @WithDefault("false")
    boolean allowRequestUriFragment();

    /** Fetches jwks_uri at registration, and refuses it if the keys are not there or not fit (reference F.6). */
    @WithDefault("false")
    boolean verifyJwksUri();

    /** Keeps the members of OpenID Federation instead of ignoring them. */
    @WithDefault("false")
    boolean acceptFederationMetadata();

    /** How long a client may live; the default of client_lifetime too. Unset: for ever. */
    Optional<Duration> maxClientLifetime();

    /** How large things may be. */
    MetadataLimits limits();
}
