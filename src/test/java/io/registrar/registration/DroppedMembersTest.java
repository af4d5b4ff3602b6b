package io.registrar.registration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.registrar.metadata.ClientMetadataValidator;
import io.registrar.metadata.MetadataPolicy;
import io.registrar.metadata.MetadataReader;
import io.registrar.metadata.MetadataRequest;
import io.registrar.metadata.OutboundPolicy;
import io.registrar.metadata.TrustTier;
import io.registrar.metadata.policy.Entitlement;
import io.registrar.metadata.policy.RegistrationPolicy;
import io.registrar.store.Warning;
import io.registrar.testing.Settings;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DroppedMembersTest {

    private static final String MEANS_NOTHING =
            "subject_type: means nothing for this client and is not registered; it needs a grant in which a user signs in,"
                    + " such as authorization_code";

    @Test
    void aMemberWithoutMeaningForTheClientIsNamedWithWhatItNeeds() {
        assertEquals(
                List.of(new Warning("subject_type", "/subject_type", "", MEANS_NOTHING)),
                warnings(Map.of(), "{'grant_types':['client_credentials'],'subject_type':'public'}"));
    }

    @Test
    void membersOfOtherFlowsAreNamedWhereTheDeploymentPassesOverThem() {
        assertEquals(
                List.of("/default_max_age", "/require_consent"),
                pointers(warnings(
                        Map.of("registrar.metadata.lenient-flow-members", "true"),
                        "{'grant_types':['client_credentials'],'require_consent':true,'default_max_age':0}")));
    }

    @Test
    void aPageInOneLanguageThatTheDeploymentDropsIsNamedByItself() {
        assertEquals(
                List.of(new Warning(
                        "logo_uri", "/logo_uri#fr", "", "logo_uri: the value is not admitted and is not registered")),
                warnings(
                        Map.of("registrar.metadata.lenient-display", "true"),
                        "{'grant_types':['client_credentials'],'logo_uri':'https://a.example/','logo_uri#fr':'nonsense'}"));
    }

    @Test
    void whatIsRegisteredUnknownIssuedOrChosenFromIsNotNamed() {
        assertEquals(
                List.of(),
                warnings(
                        Map.of(),
                        "{'redirect_uris':['https://app.example.com/cb'],'client_name#fr':'D','shoe_size':43,"
                                + "'client_id':'mine','contacts':null,'subject_types_supported':['pairwise','public'],"
                                + "'scope':'a a'}"));
    }

    private static List<String> pointers(List<Warning> warnings) {
        return warnings.stream().map(Warning::pointer).toList();
    }

    private static List<Warning> warnings(Map<String, String> settings, String json) {
        MetadataPolicy policy = Settings.of(MetadataPolicy.class, settings);
        MetadataRequest request =
                new MetadataReader(policy).read(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        ClientMetadataValidator validator =
                new ClientMetadataValidator(policy, Settings.of(OutboundPolicy.class, Map.of()), Set.of());
        return DroppedMembers.warnings(
                        request,
                        validator
                                .validate(
                                        request, new Entitlement(TrustTier.AUTHENTICATED, RegistrationPolicy.UNBOUNDED))
                                .metadata())
                .toList();
    }
}
