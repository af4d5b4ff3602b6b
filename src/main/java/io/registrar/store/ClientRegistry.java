package io.registrar.store;

import io.registrar.credential.Owner;
import java.util.Optional;

/**
 * What is registered, for whoever registered it and for operators: clients that have not ended. Every method throws
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
}
