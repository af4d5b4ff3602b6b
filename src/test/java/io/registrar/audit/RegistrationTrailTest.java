package io.registrar.audit;

import static io.registrar.testing.Registrar.machineClient;
import static io.registrar.testing.Registrar.register;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.registrar.testing.Database;
import io.registrar.testing.TestIssuerResource;
import io.registrar.testing.TestStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a registration leaves in the trail. */
@QuarkusTest
@QuarkusTestResource(TestStore.class)
@QuarkusTestResource(TestIssuerResource.class)
class RegistrationTrailTest {

    @Test
    void everyRegistrationLeavesALineInTheTrail() throws SQLException {
        String clientId = register(machineClient()).path("client_id");

        try (Connection owner = Database.asOwner()) {
            List<Map<String, Object>> lines =
                    Database.query(owner, "select * from registrar.audit_event where client_id = '" + clientId + "'");
            assertEquals(1, lines.size());
            assertEquals("client.registered", lines.get(0).get("event"));
            assertEquals("success", lines.get(0).get("outcome"));
            assertEquals("access_token", lines.get(0).get("actor_kind"));
            assertEquals("ci-pipeline", lines.get(0).get("actor_client_id"));
            assertEquals("127.0.0.1", lines.get(0).get("source_address"));
        }
    }
}
