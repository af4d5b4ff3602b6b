package io.registrar.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.registrar.metadata.rules.MetadataRules;
import io.registrar.metadata.value.Limit;
import io.registrar.metadata.value.ResponseTypeRule;
import io.smallrye.config.SmallRyeConfigBuilder;
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
                    assertTrue(field.source().matches("(RFC \\d+|OpenID Connect Registration) \u00a7.+"), field.name());
                    assertFalse(field.absent().formula() == null);
                });
    }

    @Test
    void everyMemberHasASchemaOfPlainValues() throws Exception {
        for (MetadataField field : MetadataFields.all()) {
            Map<String, Object> schema = field.jsonSchema();
            assertTrue(Set.of("string", "boolean", "array", "object").contains(schema.get("type")), field.name());
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
        assertEquals(GrantType.ALL, POLICY.grantTypes());
        assertEquals(ResponseTypeRule.ALL, POLICY.responseTypes());
        assertEquals(AuthenticationMethod.ALL, POLICY.tokenEndpointAuthMethods());
        assertEquals(List.of("public", "pairwise"), POLICY.subjectTypes());
        assertEquals(Algorithms.ID_TOKEN_SIGNATURE, POLICY.idTokenSigningAlgValues());
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
