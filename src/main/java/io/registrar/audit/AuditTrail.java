package io.registrar.audit;

import java.util.List;

/** Where events are kept that no change to a client comes with. */
public interface AuditTrail {

    /**
     * Keeps events, all or none.
     *
     * @throws RuntimeException when they cannot be kept at the moment
     */
    void append(List<AuditEvent> events);
}
