package io.registrar.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.registrar.testing.Settings;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Of which members the verdict on a client's keys depends (reference X5 to X10). */
class KeyRuleMembersTest {

    private static final Set<String> READ = new ClientMetadataValidator(
                    Settings.of(MetadataPolicy.class, Map.of()), Settings.of(OutboundPolicy.class, Map.of()), Set.of())
            .readWithKeys();

    @Test
    void theyAreMethodAndSourcesOfKeysAndWhateverIsDeclaredToNeedAKey() {
        List<String> needing = MetadataFields.all().stream()
                .filter(field -> field.keyNeeded().isPresent())
                .map(MetadataField::name)
                .toList();
        assertEquals(7, needing.size(), needing::toString);

        Set<String> expected = new HashSet<>(needing);
        expected.addAll(Set.of("token_endpoint_auth_method", "jwks", "jwks_uri", "signed_jwks_uri"));
        assertEquals(expected, READ);
    }
}
