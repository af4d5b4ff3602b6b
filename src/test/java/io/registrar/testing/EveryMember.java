package io.registrar.testing;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.registrar.metadata.Samples;
import java.util.Map;
import java.util.stream.Collectors;

/** A service that knows every member, those of features that are off by default, too. */
public final class EveryMember implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Samples.EVERYTHING.entrySet().stream()
                .collect(Collectors.toMap(setting -> "registrar.metadata." + setting.getKey(), Map.Entry::getValue));
    }
}
