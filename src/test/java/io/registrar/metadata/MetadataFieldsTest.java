package io.registrar.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.registrar.metadata.capability.Capabilities;
import io.registrar.metadata.capability.Capability;
import io.registrar.metadata.rules.MetadataRules;
import io.registrar.metadata.value.AlgorithmRule;
import io.registrar.metadata.value.ArrayRule;
import io.registrar.metadata.value.AuthenticationMethodRule;
import io.registrar.metadata.value.EnumRule;
import io.registrar.metadata.value.Limit;
import io.registrar.metadata.value.ResponseTypeRule;
import io.registrar.metadata.value.ValueRule;
import io.registrar.testing.Settings;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MetadataFieldsTest {

    private static final MetadataPolicy POLICY = new SmallRyeConfigBuilder()
            .withMapping(MetadataPolicy.class)
            .build()
            .getConfigMapping(MetadataPolicy.class);

    @Test
    void everyMemberIsDescribedWithItsSource() {
        Stream.concat(MetadataFields.all().stream(), MetadataFields.issued().stream())
                .forEach(field -> {
                    assertTrue(field.description().endsWith("."), field.name());
                    assertTrue(
                            field.source().matches("(.+ \u00a7.+|Duende Configuration API|Registrar)"), field.name());
                    assertFalse(field.absent().formula() == null);
                });
    }

    @Test
    void everyMemberHasASchemaOfPlainValues() throws Exception {
        for (MetadataField field : MetadataFields.all()) {
            Map<String, Object> schema = field.jsonSchema();
            assertTrue(
                    Set.of("string", "boolean", "integer", "array", "object").contains(schema.get("type")),
                    field.name());
            assertTrue(schema.get("description").toString().startsWith(field.description()));
            assertFalse(new ObjectMapper().writeValueAsString(schema).isEmpty());
        }
        Map<String, Object> uris = MetadataFields.REDIRECT_URIS.jsonSchema();
        assertEquals(50, uris.get("maxItems"));
        assertEquals(2048, ((Map<?, ?>) uris.get("items")).get("maxLength"));
        assertEquals(
                List.of("web", "native"),
                MetadataFields.APPLICATION_TYPE.jsonSchema().get("enum"));
    }

    @Test
    void documentedLimitsAreTheConfiguredDefaults() {
        for (Limit limit : List.of(
                Limit.URI_LENGTH,
                Limit.REDIRECT_URIS,
                Limit.CLIENT_NAME,
                Limit.SCOPE_LENGTH,
                Limit.SCOPES,
                Limit.CONTACTS,
                Limit.JWKS_BYTES,
                Limit.JWKS_KEYS)) {
            assertEquals(limit.standard(), limit.configured().applyAsInt(POLICY.limits()));
        }
    }

    @Test
    void capabilitiesAreTheReferencesOwnListsUnlessNarrowed() {
        Capabilities capabilities = Capabilities.configured(POLICY);
        List<String> switchedOn = List.of(GrantType.UMA_TICKET, GrantType.PRE_AUTHORIZED_CODE);
        for (MetadataField field : MetadataFields.all()) {
            field.capability().flatMap(capabilities::of).ifPresent(bound -> {
                List<String> all = new ArrayList<>(valuesOf(field.value()));
                all.removeAll(switchedOn);
                assertEquals(Set.copyOf(all), Set.copyOf(bound), field.name());
            });
        }
    }

    private static List<String> valuesOf(ValueRule rule) {
        if (rule instanceof ArrayRule array) {
            // Of ID tokens the capability is one for two members; only one of these may say none.
            return array.element() instanceof AlgorithmRule ? Algorithms.SIGNATURE_OR_NONE : valuesOf(array.element());
        }
        if (rule instanceof ResponseTypeRule) {
            return ResponseTypeRule.ALL;
        }
        if (rule instanceof AuthenticationMethodRule) {
            return AuthenticationMethod.ALL;
        }
        return rule instanceof AlgorithmRule algorithm ? algorithm.names() : ((EnumRule) rule).values();
    }

    @Test
    void anEmptyListSaysThatTheIdentityServerCanDoNothingOfTheKind() {
        MetadataPolicy policy =
                Settings.of(MetadataPolicy.class, Map.of("registrar.metadata.userinfo-signing-alg-values", ""));
        assertEquals(
                List.of(),
                Capabilities.configured(policy)
                        .of(Capability.USERINFO_SIGNING_ALGS)
                        .orElseThrow());
        assertEquals(List.of("public", "pairwise"), policy.subjectTypes().orElseThrow());
    }

    @Test
    void namesAreUniqueAndRulesReadDeclaredMembersOnly() {
        List<String> names = Stream.concat(MetadataFields.all().stream(), MetadataFields.issued().stream())
                .map(MetadataField::name)
                .toList();
        assertEquals(names.size(), Set.copyOf(names).size());
        MetadataRules.ALL.forEach(rule -> {
            assertTrue(MetadataFields.all().containsAll(rule.reads()));
            assertTrue(rule.reads().containsAll(rule.readsByElement()));
        });
    }
}
