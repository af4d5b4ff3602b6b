package io.registrar.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The API description at the top level is the one that this build made. */
class CommittedDescriptionIT {

    @Test
    void theCommittedDescriptionIsNotStale() throws IOException {
        assertEquals(
                Files.readString(Path.of("target/openapi/openapi.yaml")),
                Files.readString(Path.of("openapi.yaml")),
                "openapi.yaml is stale; take over what the build made: cp target/openapi/openapi.yaml openapi.yaml");
    }
}
