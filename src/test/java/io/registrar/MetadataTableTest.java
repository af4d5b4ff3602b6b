package io.registrar;

import io.registrar.testing.GeneratedPart;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class MetadataTableTest {

    @Test
    void theReadmeListsEveryMemberAsTheCodeDeclaresIt() throws IOException {
        GeneratedPart.assertCurrent("README.md", "metadata", MetadataTable.text());
    }
}
