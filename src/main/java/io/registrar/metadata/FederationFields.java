package io.registrar.metadata;

import static io.registrar.metadata.MetadataField.declare;

import io.registrar.metadata.value.ArrayRule;
import io.registrar.metadata.value.ClientNameRule;
import io.registrar.metadata.value.EnumRule;
import io.registrar.metadata.value.FetchRule;
import io.registrar.metadata.value.Limit;
import io.registrar.metadata.value.PageRule;
import io.registrar.metadata.value.TextRule;
import io.registrar.metadata.value.ValueRule;
import java.util.List;

/** The members of OpenID Federation 1.0, for deployments that want to keep them (reference A.9). */
final class FederationFields {

    private static final Limit NAME = Limit.fixed(200);
    private static final String SHOWN = "OpenID Federation §5.2.2";

    static final MetadataField SIGNED_JWKS_URI = declare("signed_jwks_uri", new FetchRule())
            .offeredIf(MetadataPolicy::acceptFederationMetadata)
            .followedBy(Follower.OTHERS)
            .is("Where the client publishes its public keys, signed.", "OpenID Federation §5.2.1");

    private FederationFields() {}

    static List<MetadataField> federation() {
        return List.of(
                declare("client_registration_types", ArrayRule.of(EnumRule.of("automatic", "explicit"), Limit.fixed(2)))
                        .offeredIf(MetadataPolicy::acceptFederationMetadata)
                        .is(
                                "How the client registers in a federation; without meaning here.",
                                "OpenID Federation §5.1.2"),
                SIGNED_JWKS_URI,
                shown("organization_name", ClientNameRule.protectedOnly(NAME), "The organization behind the client."),
                shown(
                        "display_name",
                        ClientNameRule.protectedOnly(NAME),
                        "The name of the client that users see in a federation."),
                shown("description", TextRule.of(Limit.fixed(2000)), "What the client is for."),
                shown(
                        "keywords",
                        ArrayRule.of(TextRule.of(Limit.fixed(100)), Limit.fixed(50)),
                        "Words under which the client is found."),
                page("information_uri", "A page with more about the client."),
                page("organization_uri", "A page about the organization."));
    }

    private static MetadataField shown(String name, ValueRule rule, String description) {
        return localizable(name, rule).is(description, SHOWN);
    }

    private static MetadataField page(String name, String description) {
        return localizable(name, new PageRule())
                .displayOnly()
                .followedBy(Follower.OTHERS)
                .is(description, SHOWN);
    }

    private static MetadataField.Declaration localizable(String name, ValueRule rule) {
        return declare(name, rule).localizable().offeredIf(MetadataPolicy::acceptFederationMetadata);
    }
}
