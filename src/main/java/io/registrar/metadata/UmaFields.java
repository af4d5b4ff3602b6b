package io.registrar.metadata;

import static io.registrar.metadata.MetadataField.declare;

import io.registrar.metadata.value.ArrayRule;
import io.registrar.metadata.value.Limit;
import io.registrar.metadata.value.RedirectUriRule;
import java.util.List;

/** The member of User-Managed Access, for deployments whose identity server has its grant (reference A.10). */
final class UmaFields {

    static final MetadataField CLAIMS_REDIRECT_URIS = declare(
                    "claims_redirect_uris", ArrayRule.of(new RedirectUriRule(), Limit.REDIRECT_URIS))
            .offeredIf(policy -> policy.grantTypes().orElse(List.of()).contains(GrantType.UMA_TICKET))
            .onlyFor(Applicability.UMA)
            .followedBy(Follower.BROWSER)
            .is("Where the user may be sent back to after claims were gathered.", "UMA 2.0 Grant §2");

    private UmaFields() {}

    static List<MetadataField> uma() {
        return List.of(CLAIMS_REDIRECT_URIS);
    }
}
