package io.registrar.http;

import io.registrar.store.PageRequest;
import io.registrar.store.PageRequest.Position;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The page of a long list that a request asks for: {@code ?limit=} rows, from where {@code ?after=} says. */
public final class PageQuery {

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,2}");
    private static final int USUAL = 50;
    private static final int MOST = 200;

    /** The database knows fewer moments than there are; rows are of these. */
    private static final Instant FIRST = Instant.EPOCH;

    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    private PageQuery() {}

    /** @throws RequestRefusedException when {@code limit} is out of bounds or {@code after} was never answered */
    public static PageRequest of(RoutingContext context) {
        return new PageRequest(
                one(context, "after").map(PageQuery::position),
                one(context, "limit").map(PageQuery::limit).orElse(USUAL));
    }

    /** What {@code ?after=} is for the page that follows a row; whoever gets it need not understand it. */
    public static String after(Position position) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((position.recordedAt() + " " + position.id()).getBytes(StandardCharsets.UTF_8));
    }

    private static Position position(String after) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(after), StandardCharsets.UTF_8).split(" ", 2);
            Instant moment = Instant.parse(parts[0]);
            if (parts.length == 2 && !parts[1].contains("\0") && !moment.isBefore(FIRST) && moment.isBefore(LAST)) {
                return new Position(moment, parts[1]);
            }
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            // Answered below.
        }
        throw RequestRefusedException.badRequest("after must be what the page before said under next");
    }

    private static int limit(String text) {
        if (!NUMBER.matcher(text).matches() || Integer.parseInt(text) > MOST) {
            throw RequestRefusedException.badRequest("limit must be from 1 to " + MOST);
        }
        return Integer.parseInt(text);
    }

    private static Optional<String> one(RoutingContext context, String name) {
        List<String> values = QueryParameters.valuesOf(context, name);
        if (values.size() > 1) {
            throw RequestRefusedException.badRequest(name + " must be there once at most");
        }
        return values.stream().findFirst();
    }
}
