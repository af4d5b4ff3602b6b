package io.registrar.connection;

import java.util.Locale;

/** Why this service ended a connection by itself. */
enum Ending {
    TOO_MANY("too many on this port"),
    TOO_MANY_FROM_SOURCE("too many from one source"),
    FOR_ANOTHER("at rest, for another one"),
    LATE("no request in time"),
    MALFORMED("not the letter of HTTP"),
    FLOOD("a flood of frames that are no requests");

    private final String reason;

    Ending(String reason) {
        this.reason = reason;
    }

    /** As it stands in the log. */
    String reason() {
        return reason;
    }

    /** As a metric's tag. */
    String tag() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
