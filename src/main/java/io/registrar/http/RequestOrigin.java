package io.registrar.http;

import io.registrar.audit.AuditEvent.Origin;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.UUID;

/** Where a request came from, for the audit trail. */
public final class RequestOrigin {

    private RequestOrigin() {}

    /** The peer's address as the connection shows it, and an id of this service's own making: neither is a header's claim. */
    public static Origin of(RoutingContext context) {
        SocketAddress peer = context.request().remoteAddress();
        return new Origin(
                Optional.ofNullable(peer).map(SocketAddress::hostAddress),
                UUID.randomUUID().toString());
    }
}
