package io.registrar.metadata.rules;

import static io.registrar.metadata.MetadataFields.GRANT_TYPES;

import io.registrar.metadata.ClientMetadata;
import io.registrar.metadata.GrantType;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.MetadataRule;
import io.registrar.metadata.RuleContext;
import java.util.List;
import java.util.Set;

/** Which grants need, or do not bear, others beside them (reference B.4, X18). */
final class GrantCompanionRule implements MetadataRule {

    @Override
    public Set<MetadataField> reads() {
        return Set.of(GRANT_TYPES);
    }

    @Override
    public void check(ClientMetadata metadata, RuleContext context) {
        List<String> grants = metadata.texts(GRANT_TYPES);
        // RFC 6749 §4.4.3: client credentials bring no refresh token; something must.
        if (grants.contains(GrantType.REFRESH_TOKEN) && grants.stream().noneMatch(GrantType.REFRESHABLE::contains)) {
            context.refuse(
                    GRANT_TYPES, "refresh_token needs a grant that yields refresh tokens, such as authorization_code");
        }
        if (context.policy().separateUserAndMachineGrants()
                && grants.contains(GrantType.AUTHORIZATION_CODE)
                && grants.contains(GrantType.CLIENT_CREDENTIALS)) {
            context.refuse(
                    GRANT_TYPES, "authorization_code and client_credentials must be registered as two clients here");
        }
    }
}
