package io.registrar.metadata.rules;

import static io.registrar.metadata.MetadataFields.ALLOWED_IDENTITY_TOKEN_SIGNING_ALGORITHMS;
import static io.registrar.metadata.MetadataFields.ID_TOKEN_SIGNED_RESPONSE_ALG;

import io.registrar.metadata.ClientMetadata;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.MetadataRule;
import io.registrar.metadata.RuleContext;
import java.util.List;
import java.util.Set;

/** The one algorithm of ID tokens is among those that the client allows (reference X24). */
final class AllowedIdTokenAlgorithmRule implements MetadataRule {

    @Override
    public Set<MetadataField> reads() {
        return Set.of(ALLOWED_IDENTITY_TOKEN_SIGNING_ALGORITHMS, ID_TOKEN_SIGNED_RESPONSE_ALG);
    }

    @Override
    public void check(ClientMetadata metadata, RuleContext context) {
        List<String> allowed = metadata.texts(ALLOWED_IDENTITY_TOKEN_SIGNING_ALGORITHMS);
        boolean outside = metadata.text(ID_TOKEN_SIGNED_RESPONSE_ALG)
                .filter(algorithm -> !allowed.contains(algorithm))
                .isPresent();
        if (!allowed.isEmpty() && outside) {
            context.refuse(ID_TOKEN_SIGNED_RESPONSE_ALG, "must be among allowed_identity_token_signing_algorithms");
        }
    }
}
