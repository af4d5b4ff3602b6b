package io.registrar.store;

import io.registrar.testing.GeneratedPart;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class LimitsTableTest {

    @Test
    void theContractListsWhatTheReaderDoesNotHonour() throws IOException {
        ReaderTable table = ReaderTable.ofResource("/db/readers/oauth2_registered_client.json");

        GeneratedPart.assertCurrent("deploy/store/README.md", "limits", new LimitsTable().of(table));
    }
}
