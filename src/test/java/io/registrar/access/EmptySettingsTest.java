package io.registrar.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;

class EmptySettingsTest {

    @Test
    void whatHasNoValueIsSeenHoweverItIsWritten() {
        Config config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(new PropertiesConfigSource(
                        Map.of(
                                "registrar.policies.ci.scopes", "${NOWHERE:}",
                                "registrar.policies.ci.quota", "${NOWHERE:5}",
                                "registrar.elsewhere", "",
                                "REGISTRAR_POLICIES_CI_SCOPES", " ",
                                "REGISTRAR_POLICIES_CI_QUOTA", "5"),
                        "test",
                        500))
                .build();

        assertEquals(
                List.of("REGISTRAR_POLICIES_CI_SCOPES", "registrar.policies.ci.scopes"),
                EmptySettings.of(config, name -> name.toUpperCase().contains("POLICIES")));
    }
}
