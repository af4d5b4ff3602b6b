package io.registrar.metadata.rules;

import static io.registrar.metadata.MetadataFields.APPLICATION_TYPE;
import static io.registrar.metadata.MetadataFields.TOKEN_ENDPOINT_AUTH_METHOD;

import io.registrar.metadata.AuthenticationMethod;
import io.registrar.metadata.ClientMetadata;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.MetadataRule;
import io.registrar.metadata.RuleContext;
import java.util.Set;

/**
 * Where the deployment wants it, native clients have no secret. By default they may: a secret made for one registered
 * instance is not shared (RFC 8252 §8.5, reference B.5).
 */
final class NativeSecretRule implements MetadataRule {

    @Override
    public Set<MetadataField> reads() {
        return Set.of(APPLICATION_TYPE, TOKEN_ENDPOINT_AUTH_METHOD);
    }

    @Override
    public void check(ClientMetadata metadata, RuleContext context) {
        boolean isNative = metadata.is(APPLICATION_TYPE, "native");
        boolean secret = metadata.text(TOKEN_ENDPOINT_AUTH_METHOD)
                .filter(AuthenticationMethod.WITH_SECRET::contains)
                .isPresent();
        if (context.policy().nativeMustBePublic() && isNative && secret) {
            context.refuse(TOKEN_ENDPOINT_AUTH_METHOD, "a native client must not use a secret here; use none");
        }
    }
}
