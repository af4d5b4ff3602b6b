package io.registrar.metadata;

import static io.registrar.metadata.OpenIdRegistrationFields.openIdRegistration;
import static io.registrar.metadata.Rfc7591Fields.rfc7591;

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
    public static final MetadataField SUBJECT_TYPE = OpenIdRegistrationFields.SUBJECT_TYPE;
    public static final MetadataField ID_TOKEN_SIGNED_RESPONSE_ALG =
            OpenIdRegistrationFields.ID_TOKEN_SIGNED_RESPONSE_ALG;

    private static final Map<String, MetadataField> TABLE = byName(Stream.of(rfc7591(), openIdRegistration()));
    private static final List<MetadataField> ORDER = List.copyOf(TABLE.values());
    private static final Map<String, MetadataField> ISSUED = byName(Stream.of(IssuedFields.issued()));

    private MetadataFields() {}

    /** The members a client can send. */
    public static List<MetadataField> all() {
        return ORDER;
    }

    /** The members only the server issues (reference A.2). */
    public static List<MetadataField> issued() {
        return List.copyOf(ISSUED.values());
    }

    /** The declaration behind a name on the wire, {@code name#tag} of a localizable member included. */
    static Optional<MetadataField> of(String name) {
        int hash = name.indexOf('#');
        return hash < 0
                ? Optional.ofNullable(TABLE.get(name))
                : Optional.ofNullable(TABLE.get(name.substring(0, hash))).filter(MetadataField::localizable);
    }

    /** The server's member of this name. */
    static Optional<MetadataField> issued(String name) {
        return Optional.ofNullable(ISSUED.get(name));
    }

    /** The place of a member in the table. */
    static int place(MetadataField field) {
        return ORDER.indexOf(field);
    }

    private static Map<String, MetadataField> byName(Stream<List<MetadataField>> groups) {
        Map<String, MetadataField> table = new LinkedHashMap<>();
        groups.flatMap(List::stream).forEach(field -> table.put(field.name(), field));
        return table;
    }
}
