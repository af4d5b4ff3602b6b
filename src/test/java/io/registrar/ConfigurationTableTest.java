package io.registrar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.registrar.access.AccessSettings;
import io.registrar.credential.CredentialSettings;
import io.registrar.discovery.DiscoverySettings;
import io.registrar.http.ServiceSettings;
import io.registrar.metadata.MetadataPolicy;
import io.registrar.metadata.OutboundPolicy;
import io.registrar.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ConfigurationTableTest {

    private static final String BEGIN = "<!-- configuration: generated from the code -->\n";
    private static final String END = "<!-- /configuration -->";

    @Test
    void theReadmeListsEverySettingAsTheCodeDeclaresIt() throws IOException {
        String table = ConfigurationTable.of(
                ServiceSettings.class,
                AccessSettings.class,
                MetadataPolicy.class,
                OutboundPolicy.class,
                DiscoverySettings.class,
                CredentialSettings.class,
                StoreSettings.class);
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target/configuration.md"), table);

        String readme = Files.readString(Path.of("README.md"));

        assertEquals(
                table,
                readme.substring(readme.indexOf(BEGIN) + BEGIN.length(), readme.indexOf(END)),
                "README.md is stale; put target/configuration.md between its two markers");
    }
}
