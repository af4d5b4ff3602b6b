package io.registrar.http;

/** Paths of the resources inside the application; the configurable path in front of them is mapped onto these. */
public final class ResourcePath {

    /** The registration endpoint; client configuration endpoints are below it. */
    public static final String REGISTRATION = "/connect/dcr";

    /** Says what a registration would come to; never the identifier of a client, which has 22 characters. */
    public static final String VALIDATION = REGISTRATION + "/validate";

    /** Tells a caller what it may register; never the identifier of a client either. */
    public static final String POLICY = REGISTRATION + "/policy";
    /** Where the metadata of a protected resource is: between its host and its path (RFC 9728 section 3.1). */
    static final String WELL_KNOWN = "/.well-known/oauth-protected-resource";

    /** What clients can know of the registration endpoint as a protected resource. */
    public static final String RESOURCE_METADATA = WELL_KNOWN + REGISTRATION;

    /** The clients, for whoever registered them and for operators. */
    public static final String CLIENTS = "/clients";

    /** A client, for whoever registered it and for operators. */
    public static final String CLIENT = CLIENTS + "/{client_id}";

    /** What is there while a client is disabled, for operators. */
    public static final String CLIENT_DISABLED = CLIENT + "/disabled";

    /** The initial access tokens, for operators. */
    public static final String INITIAL_ACCESS_TOKENS = "/initial-access-tokens";

    /** One of them. */
    public static final String INITIAL_ACCESS_TOKEN = INITIAL_ACCESS_TOKENS + "/{id}";

    /** The query parameter that names a client at the registration endpoint's own path. */
    public static final String CLIENT_ID = "client_id";

    private ResourcePath() {}
}
