package io.registrar.http;

import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.util.List;

/** The query of a request, by name. */
public final class QueryParameters {

    private QueryParameters() {}

    /**
     * All values of a parameter, decoded.
     *
     * @throws RequestRefusedException when the query is not readable
     */
    public static List<String> valuesOf(RoutingContext context, String name) {
        try {
            return context.queryParam(name);
        } catch (HttpException | IllegalArgumentException unreadable) {
            throw RequestRefusedException.badRequest("The query is not readable; check its encoding");
        }
    }

    /**
     * A parameter that is {@code true} or {@code false}; {@code false} when it is not there.
     *
     * @throws RequestRefusedException when it is anything else
     */
    public static boolean isTrue(RoutingContext context, String name) {
        List<String> values = valuesOf(context, name);
        if (values.isEmpty() || values.equals(List.of("false"))) {
            return false;
        }
        if (values.equals(List.of("true"))) {
            return true;
        }
        throw RequestRefusedException.badRequest(name + " must be true or false, once");
    }
}
