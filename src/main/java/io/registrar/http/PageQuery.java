package io.registrar.http;

import io.registrar.store.PageRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The page of a long list that a request asks for: {@code ?limit=} rows, from where {@code ?after=} says. */
public final class PageQuery {

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");
    private static final int USUAL = 50;
    private static final int MOST = 200;

    private PageQuery() {}

    /** @throws RequestRefusedException when one of the two is not a number, or too large */
    public static PageRequest of(RoutingContext context) {
        long limit = number(context, "limit").orElse((long) USUAL);
        if (limit > MOST) {
            throw RequestRefusedException.badRequest("limit must be from 1 to " + MOST);
        }
        return new PageRequest(number(context, "after"), (int) limit);
    }

    private static Optional<Long> number(RoutingContext context, String name) {
        List<String> values = QueryParameters.valuesOf(context, name);
        if (values.isEmpty()) {
            return Optional.empty();
        }
        if (values.size() > 1 || !NUMBER.matcher(values.get(0)).matches()) {
            throw RequestRefusedException.badRequest(name + " must be one positive number");
        }
        return Optional.of(Long.valueOf(values.get(0)));
    }
}
