package io.registrar.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.stream.Stream;

/** Which version of a client a request means to change, where it says so (RFC 9110 section 13.1.1). */
public final class IfMatch {

    private final List<String> tags;

    private IfMatch(List<String> tags) {
        this.tags = tags;
    }

    public static IfMatch of(RoutingContext context) {
        return new IfMatch(context.request().headers().getAll(HttpHeaders.IF_MATCH).stream()
                .flatMap(header -> Stream.of(header.split(",")))
                .map(String::strip)
                .toList());
    }

    /** The strong entity tag of a client's version. */
    public static String tagOf(int version) {
        return "\"" + version + "\"";
    }

    /** @throws RequestRefusedException when the client is at another version than the one that is meant */
    public void check(int version) {
        // Weak tags match nothing: the comparison is the strong one.
        if (!tags.isEmpty() && !tags.contains("*") && !tags.contains(tagOf(version))) {
            throw new RequestRefusedException(
                    412, "The client was changed since the version that If-Match names; read it again");
        }
    }
}
