package io.registrar.metadata;

import static io.registrar.metadata.AuthorizationRequestFields.authorizationRequests;
import static io.registrar.metadata.CibaFields.ciba;
import static io.registrar.metadata.ExtensionFields.extensions;
import static io.registrar.metadata.FederationFields.federation;
import static io.registrar.metadata.LogoutFields.logout;
import static io.registrar.metadata.MutualTlsFields.mutualTls;
import static io.registrar.metadata.OpenIdRegistrationFields.openIdRegistration;
import static io.registrar.metadata.Rfc7591Fields.rfc7591;
import static io.registrar.metadata.UmaFields.uma;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All metadata members there are, in the order in which they are judged and returned. */
public final class MetadataFields {

    public static final MetadataField REDIRECT_URIS = Rfc7591Fields.REDIRECT_URIS;
    public static final MetadataField TOKEN_ENDPOINT_AUTH_METHOD = Rfc7591Fields.TOKEN_ENDPOINT_AUTH_METHOD;
    public static final MetadataField GRANT_TYPES = Rfc7591Fields.GRANT_TYPES;
    public static final MetadataField RESPONSE_TYPES = Rfc7591Fields.RESPONSE_TYPES;
    public static final MetadataField CLIENT_NAME = Rfc7591Fields.CLIENT_NAME;
    public static final MetadataField SCOPE = Rfc7591Fields.SCOPE;
    public static final MetadataField JWKS_URI = Rfc7591Fields.JWKS_URI;
    public static final MetadataField JWKS = Rfc7591Fields.JWKS;
    public static final MetadataField APPLICATION_TYPE = OpenIdRegistrationFields.APPLICATION_TYPE;
    public static final MetadataField SECTOR_IDENTIFIER_URI = OpenIdRegistrationFields.SECTOR_IDENTIFIER_URI;
    public static final MetadataField SUBJECT_TYPE = OpenIdRegistrationFields.SUBJECT_TYPE;
    public static final MetadataField ID_TOKEN_SIGNED_RESPONSE_ALG =
            OpenIdRegistrationFields.ID_TOKEN_SIGNED_RESPONSE_ALG;
    public static final MetadataField USERINFO_SIGNED_RESPONSE_ALG =
            OpenIdRegistrationFields.USERINFO_SIGNED_RESPONSE_ALG;
    public static final MetadataField REQUEST_OBJECT_SIGNING_ALG = OpenIdRegistrationFields.REQUEST_OBJECT_SIGNING_ALG;
    public static final MetadataField TOKEN_ENDPOINT_AUTH_SIGNING_ALG =
            OpenIdRegistrationFields.TOKEN_ENDPOINT_AUTH_SIGNING_ALG;
    public static final MetadataField INITIATE_LOGIN_URI = OpenIdRegistrationFields.INITIATE_LOGIN_URI;
    public static final MetadataField POST_LOGOUT_REDIRECT_URIS = LogoutFields.POST_LOGOUT_REDIRECT_URIS;
    public static final MetadataField FRONTCHANNEL_LOGOUT_URI = LogoutFields.FRONTCHANNEL_LOGOUT_URI;
    public static final MetadataField BACKCHANNEL_LOGOUT_URI = LogoutFields.BACKCHANNEL_LOGOUT_URI;
    public static final List<MetadataField> CERTIFICATE_SUBJECTS = MutualTlsFields.SUBJECTS;
    public static final MetadataField TLS_CLIENT_CERTIFICATE_BOUND_ACCESS_TOKENS =
            MutualTlsFields.TLS_CLIENT_CERTIFICATE_BOUND_ACCESS_TOKENS;
    public static final MetadataField REQUIRE_SIGNED_REQUEST_OBJECT =
            AuthorizationRequestFields.REQUIRE_SIGNED_REQUEST_OBJECT;
    public static final MetadataField REQUIRE_PUSHED_AUTHORIZATION_REQUESTS =
            AuthorizationRequestFields.REQUIRE_PUSHED_AUTHORIZATION_REQUESTS;
    public static final MetadataField DPOP_BOUND_ACCESS_TOKENS = AuthorizationRequestFields.DPOP_BOUND_ACCESS_TOKENS;
    public static final MetadataField AUTHORIZATION_SIGNED_RESPONSE_ALG =
            AuthorizationRequestFields.AUTHORIZATION_SIGNED_RESPONSE_ALG;
    public static final MetadataField INTROSPECTION_SIGNED_RESPONSE_ALG =
            AuthorizationRequestFields.INTROSPECTION_SIGNED_RESPONSE_ALG;
    public static final MetadataField BACKCHANNEL_TOKEN_DELIVERY_MODE = CibaFields.BACKCHANNEL_TOKEN_DELIVERY_MODE;
    public static final MetadataField BACKCHANNEL_CLIENT_NOTIFICATION_ENDPOINT =
            CibaFields.BACKCHANNEL_CLIENT_NOTIFICATION_ENDPOINT;
    public static final MetadataField BACKCHANNEL_AUTHENTICATION_REQUEST_SIGNING_ALG =
            CibaFields.BACKCHANNEL_AUTHENTICATION_REQUEST_SIGNING_ALG;
    public static final MetadataField SIGNED_JWKS_URI = FederationFields.SIGNED_JWKS_URI;
    public static final MetadataField CLAIMS_REDIRECT_URIS = UmaFields.CLAIMS_REDIRECT_URIS;
    public static final MetadataField AUTHORIZATION_CODE_LIFETIME = ExtensionFields.AUTHORIZATION_CODE_LIFETIME;
    public static final MetadataField ABSOLUTE_REFRESH_TOKEN_LIFETIME = ExtensionFields.ABSOLUTE_REFRESH_TOKEN_LIFETIME;
    public static final MetadataField SLIDING_REFRESH_TOKEN_LIFETIME = ExtensionFields.SLIDING_REFRESH_TOKEN_LIFETIME;
    public static final MetadataField REFRESH_TOKEN_EXPIRATION = ExtensionFields.REFRESH_TOKEN_EXPIRATION;
    public static final MetadataField REFRESH_TOKEN_USAGE = ExtensionFields.REFRESH_TOKEN_USAGE;
    public static final MetadataField REQUIRE_CONSENT = ExtensionFields.REQUIRE_CONSENT;
    public static final MetadataField REQUIRE_CLIENT_SECRET = ExtensionFields.REQUIRE_CLIENT_SECRET;
    public static final MetadataField ALLOWED_IDENTITY_TOKEN_SIGNING_ALGORITHMS =
            ExtensionFields.ALLOWED_IDENTITY_TOKEN_SIGNING_ALGORITHMS;
    public static final MetadataField CLIENT_LIFETIME = ExtensionFields.CLIENT_LIFETIME;

    private static final Map<String, MetadataField> TABLE = byName(Stream.of(
            rfc7591(),
            openIdRegistration(),
            logout(),
            mutualTls(),
            authorizationRequests(),
            ciba(),
            federation(),
            uma(),
            extensions()));
    private static final List<MetadataField> ORDER = List.copyOf(TABLE.values());
    private static final Map<String, MetadataField> CHOICES = byName(Stream.of(
            ORDER.stream().flatMap(field -> field.choiceList().stream()).toList()));
    private static final Map<String, MetadataField> ISSUED = byName(Stream.of(IssuedFields.issued()));
    private static final Map<MetadataField, Integer> PLACES = places();

    private MetadataFields() {}

    /** The members a client can send and gets back. */
    public static List<MetadataField> all() {
        return ORDER;
    }

    /** Those of which such go where they lead. */
    public static List<MetadataField> followedBy(Follower follower) {
        return ORDER.stream()
                .filter(field -> field.followedBy().filter(follower::equals).isPresent())
                .toList();
    }

    /** The lists from which the server chooses: sent, never kept (OpenID Connect RP Metadata Choices 1.0). */
    public static List<MetadataField> choices() {
        return List.copyOf(CHOICES.values());
    }

    /** The members only the server issues (reference A.2). */
    public static List<MetadataField> issued() {
        return List.copyOf(ISSUED.values());
    }

    /** The declaration behind a name on the wire, {@code name#tag} of a localizable member included. */
    static Optional<MetadataField> of(String name) {
        int hash = name.indexOf('#');
        return hash < 0
                ? Optional.ofNullable(TABLE.get(name)).or(() -> Optional.ofNullable(CHOICES.get(name)))
                : Optional.ofNullable(TABLE.get(name.substring(0, hash))).filter(MetadataField::localizable);
    }

    /** The server's member of this name. */
    static Optional<MetadataField> issued(String name) {
        return Optional.ofNullable(ISSUED.get(name));
    }

    /** The place of a member in the table. */
    static int place(MetadataField field) {
        return PLACES.get(field);
    }

    private static Map<MetadataField, Integer> places() {
        Map<MetadataField, Integer> places = new LinkedHashMap<>();
        Stream.concat(ORDER.stream(), CHOICES.values().stream()).forEach(field -> places.put(field, places.size()));
        return places;
    }

    private static Map<String, MetadataField> byName(Stream<List<MetadataField>> groups) {
        Map<String, MetadataField> table = new LinkedHashMap<>();
        groups.flatMap(List::stream).forEach(field -> table.put(field.name(), field));
        return table;
    }
}
