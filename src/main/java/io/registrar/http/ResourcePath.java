package io.registrar.http;

/** Paths of the resources inside the application; the configurable path in front of them is mapped onto these. */
public final class ResourcePath {

    /** The registration endpoint; client configuration endpoints are below it. */
    public static final String REGISTRATION = "/connect/dcr";

    /** Says what a registration would come to; never the identifier of a client, which has 22 characters. */
    public static final String VALIDATION = REGISTRATION + "/validate";

    /** Tells a caller what it may register; never the identifier of a client either. */
    public static final String POLICY = REGISTRATION + "/policy";

    /** The clients, for whoever registered them and for operators. */
    public static final String CLIENTS = "/clients";

    /** A client, for whoever registered it and for operators. */
    public static final String CLIENT = CLIENTS + "/{client_id}";

    /** The initial access tokens, for operators. */
    public static final String INITIAL_ACCESS_TOKENS = "/initial-access-tokens";

    /** One of them. */
    public static final String INITIAL_ACCESS_TOKEN = INITIAL_ACCESS_TOKENS + "/{id}";

    /** The query parameter that names a client at the registration endpoint's own path. */
    public static final String CLIENT_ID = "client_id";

    private ResourcePath() {}
}
