package io.registrar.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;

/** The law of reference A.16: what a client is told, it may send back, and nothing changes. */
class RoundTripPropertyTest {

    private static final String ALL_GRANTS = "grant-types=" + String.join(",", GrantType.ALL);

    private static final List<Registrations> DEPLOYMENTS = List.of(
            Registrations.with(),
            Samples.deployment(),
            Registrations.withSettings("lenient-flow-members=true;lenient-tls-members=true;lenient-display=true"),
            Registrations.withSettings("allow-implicit=true;allow-hybrid=true;allow-id-token-none=true;"
                    + "refuse-unused-redirect-uris=false;infer-key-method=true;" + ALL_GRANTS),
            Registrations.withSettings("default-scopes=openid,a,b;confidential-only-scopes=a;max-client-lifetime=P30D;"
                    + "limits.absolute-refresh-token-lifetime=30;limits.access-token-lifetime=60"),
            Registrations.withSettings("id-token-signing-alg-values=HS256,ES256;subject-types=pairwise;"
                    + "require-pushed-authorization-requests=true;id-token-encryption-enc-values=A256GCM"),
            Registrations.withSettings("profile=rfc9700"),
            Registrations.withSettings("profile=fapi2-security"),
            Registrations.withSettings("profile=fapi2-message-signing;message-signing=jarm,introspection"));

    private static final List<String> KINDS = List.of(
            "web",
            "public",
            "native",
            "openid",
            "refreshing",
            "sliding",
            "public refreshing",
            "keys",
            "jwt",
            "fapi",
            "tls",
            "implicit",
            "hybrid",
            "machine",
            "device",
            "exchange",
            "ciba",
            "uma");

    /** A member of any kind, the choices included, with one of its sound values. */
    @Provide
    Arbitrary<Map.Entry<String, JsonNode>> members() {
        Arbitrary<Map.Entry<String, JsonNode>> declared = Arbitraries.of(Samples.fields())
                .flatMap(field -> Arbitraries.of(Samples.valuesOf(field)).map(value -> Map.entry(field.name(), value)));
        Arbitrary<Map.Entry<String, JsonNode>> variants = Combinators.combine(
                        Arbitraries.of(Samples.fields().stream()
                                .filter(MetadataField::localizable)
                                .toList()),
                        Arbitraries.of("fr", "FR", "de-CH", "x-a"))
                .as((field, tag) -> Map.entry(
                        field.name() + "#" + tag, Samples.valuesOf(field).get(0)));
        Arbitrary<Map.Entry<String, JsonNode>> lists = Arbitraries.of(MetadataFields.choices())
                .flatMap(list -> Arbitraries.of(
                                "ES256",
                                "PS256",
                                "RS256",
                                "HS256",
                                "none",
                                "ECDH-ES",
                                "A128GCM",
                                "pairwise",
                                "public",
                                "private_key_jwt",
                                "client_secret_jwt",
                                "client_secret_post")
                        .list()
                        .uniqueElements()
                        .ofMinSize(1)
                        .ofMaxSize(5)
                        .map(values -> Map.entry(list.name(), Json.value("['" + String.join("','", values) + "']"))));
        return Arbitraries.frequencyOf(Tuple.of(6, declared), Tuple.of(1, variants), Tuple.of(1, lists));
    }

    @Provide
    Arbitrary<ObjectNode> clients() {
        return Combinators.combine(Arbitraries.of(KINDS), members().list().ofMaxSize(12))
                .as((kind, members) -> {
                    ObjectNode client = Json.client(kind, "");
                    members.forEach(member -> client.set(member.getKey(), member.getValue()));
                    return client;
                });
    }

    @Provide
    Arbitrary<Registrations> deployments() {
        return Combinators.combine(Arbitraries.of(DEPLOYMENTS), Arbitraries.of(TrustTier.class))
                .as(Registrations::as);
    }

    @Property
    void whatAClientIsToldItMaySendBack(
            @ForAll("deployments") Registrations deployment, @ForAll("clients") ObjectNode sent) {
        ObjectNode client = mended(deployment, sent.deepCopy());
        boolean accepted = deployment.violations(client).isEmpty();
        Statistics.collect(accepted);
        Statistics.coverage(kinds -> kinds.check(true).percentage(share -> share > 50));
        if (accepted) {
            ValidatedClient first = deployment.register(client);
            ValidatedClient second = deployment.register(first.metadata().toJson());
            assertEquals(first.metadata(), second.metadata());
            assertEquals(first.metadata().toJsonText(), second.metadata().toJsonText());
            assertEquals(first.needsSecret(), second.needsSecret());
            assertEquals(first.lifetime(), second.lifetime());
            assertEquals(
                    first.metadata(), ClientMetadata.ofStored(first.metadata().toJsonText()));
        }
    }

    @Property
    void oneMistakeInASoundRegistrationIsOneViolation(
            @ForAll("deployments") Registrations deployment,
            @ForAll("clients") ObjectNode sent,
            @ForAll @IntRange(max = 30) int which) {
        ObjectNode client = mended(deployment, sent.deepCopy());
        Assume.that(deployment.violations(client).isEmpty());
        List<String> names = new ArrayList<>();
        client.fieldNames().forEachRemaining(names::add);
        String name = names.get(which % names.size());
        boolean text = client.get(name).isTextual();
        List<String> pointers = deployment.pointers(text ? client.put(name, "\u0007") : client.put(name, 5.5));
        // A member that this deployment does not know is ignored.
        Assume.that(!pointers.isEmpty());
        assertEquals(List.of("/" + name), pointers);
    }

    /** Leaves out what is in violation, so that most of what was generated is accepted in the end. */
    private static ObjectNode mended(Registrations deployment, ObjectNode client) {
        for (int round = 0; round < 5; round++) {
            List<Violation> violations = deployment.violations(client);
            violations.forEach(violation -> {
                assertTrue(violation.message().startsWith(violation.member()), violation::toString);
                assertTrue(violation.message().length() > violation.member().length() + 10, violation::toString);
                assertFalse(violation.message().contains("Sample"), violation::toString);
                client.remove(violation.member());
                client.remove(violation.pointer().substring(1));
            });
        }
        return client;
    }
}
