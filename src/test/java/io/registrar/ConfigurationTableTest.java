package io.registrar;

import io.registrar.access.AccessSettings;
import io.registrar.credential.CredentialSettings;
import io.registrar.discovery.DiscoverySettings;
import io.registrar.http.CorsSettings;
import io.registrar.http.ManagementSettings;
import io.registrar.http.ServiceSettings;
import io.registrar.initialaccess.InitialAccessTokenSettings;
import io.registrar.limits.LimitSettings;
import io.registrar.metadata.MetadataPolicy;
import io.registrar.metadata.OutboundPolicy;
import io.registrar.metadata.policy.RegistrationPolicySettings;
import io.registrar.outbound.FetchSettings;
import io.registrar.store.StoreSettings;
import io.registrar.testing.GeneratedPart;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ConfigurationTableTest {

    @Test
    void theReadmeListsEverySettingAsTheCodeDeclaresIt() throws IOException {
        GeneratedPart.assertCurrent(
                "README.md",
                "configuration",
                ConfigurationTable.of(
                        ServiceSettings.class,
                        ManagementSettings.class,
                        CorsSettings.class,
                        AccessSettings.class,
                        MetadataPolicy.class,
                        OutboundPolicy.class,
                        FetchSettings.class,
                        RegistrationPolicySettings.class,
                        DiscoverySettings.class,
                        CredentialSettings.class,
                        InitialAccessTokenSettings.class,
                        LimitSettings.class,
                        StoreSettings.class));
    }
}
