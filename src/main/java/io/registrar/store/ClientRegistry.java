package io.registrar.store;

import io.registrar.audit.AuditEvent;
import io.registrar.credential.Owner;
import java.util.Optional;

/**
 * What is registered, for whoever registered it and for operators: clients that have not ended, and which of them
 * identity servers may see. Every method throws
 * {@link StoreUnavailableException} when the database cannot be reached or does not answer in time.
 */
public interface ClientRegistry {

    /**
     * Clients, newest first.
     *
     * @param owner whose; empty for all
     */
    Page<ClientRecord> list(Optional<Owner> owner, PageRequest page);

    /** The client of that identifier, whoever owns it. */
    Optional<ClientRecord> record(String clientId);

    /**
     * Disables a client, so that identity servers see it no more, or enables it again; with the audit event, together.
     *
     * @param client as it was when that was decided
     * @return false when it was changed meanwhile, has ended or is gone: nothing was done then
     */
    boolean setEnabled(ClientRecord client, boolean enabled, AuditEvent event);
}
