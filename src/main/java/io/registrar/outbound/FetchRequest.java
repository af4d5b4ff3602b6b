package io.registrar.outbound;

import io.registrar.metadata.uri.Authority;
import io.registrar.metadata.uri.Host;
import io.registrar.metadata.uri.Origin;
import io.registrar.metadata.uri.RawUri;

/**
 * A JSON document to fetch.
 *
 * @param uri where it is, as written
 * @param accept the media types asked for
 * @param namedBy who wants this very address
 */
public record FetchRequest(String uri, String accept, Source namedBy) {

    private static final String JSON = "application/json";
    private static final String KEYS = "application/jwk-set+json, application/json";

    /** Who named the address. */
    enum Source {
        /** A stranger: it must lie outside. */
        CLIENT,
        /** The operator's configuration: it may lie anywhere, and may be plain http. */
        OPERATOR
    }

    /** A document that a client's metadata names. */
    public static FetchRequest ofClient(String uri) {
        return new FetchRequest(uri, JSON, Source.CLIENT);
    }

    /** A JWK Set that a client's metadata names. */
    public static FetchRequest keysOfClient(String uri) {
        return new FetchRequest(uri, KEYS, Source.CLIENT);
    }

    /** A document of a server that the operator configured. */
    public static FetchRequest ofOperator(String uri) {
        return new FetchRequest(uri, JSON, Source.OPERATOR);
    }

    boolean isTrusted() {
        return namedBy == Source.OPERATOR;
    }

    Host host() {
        return Authority.of(raw()).host();
    }

    /** The host as configuration names it: a DNS name in lower case, or an IP literal as in URIs. */
    String hostText() {
        return host() instanceof Host.IpLiteral ip ? ip.text() : ((Host.DnsName) host()).name();
    }

    /** The host as connections name it: for SNI and the certificate. */
    String connectionHost() {
        return host() instanceof Host.IpLiteral ip ? ip.address().toCanonicalString() : hostText();
    }

    int port() {
        return Origin.of(raw()).port();
    }

    boolean isSecure() {
        return raw().scheme().equals("https");
    }

    /** Scheme, host and port. */
    String origin() {
        return Origin.of(raw()).toString();
    }

    /** Path and query, as they go over the wire. */
    String target() {
        RawUri raw = raw();
        String path = raw.path().isEmpty() ? "/" : raw.path();
        return path + raw.query().map(query -> "?" + query).orElse("");
    }

    private RawUri raw() {
        return RawUri.of(uri);
    }

    /** Without the query: what is secret in an address is there. */
    @Override
    public String toString() {
        return origin() + raw().path();
    }
}
