package io.registrar.store;

import io.quarkus.runtime.Startup;
import io.registrar.metadata.ClientMetadata;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Says what the readers of the published views will not do for a client. The store keeps such a client all the same:
 * {@code identity.client} says everything, and other readers may do more.
 */
@Startup
@Singleton
public class ReaderWarnings {

    // By name: a native image has no directory that could be listed.
    static final List<String> TABLES = List.of("/db/readers/oauth2_registered_client.json");

    private final List<ReaderTable> readers;

    /** @throws IllegalStateException when a table is malformed; the service does not start then */
    ReaderWarnings() {
        readers = TABLES.stream().map(ReaderTable::ofResource).toList();
    }

    /** The warnings about a client with this effective metadata, in the order of the tables. */
    public List<Warning> about(ClientMetadata metadata) {
        return readers.stream().flatMap(reader -> reader.warnings(metadata)).toList();
    }
}
