package io.registrar.metadata.rules;

import static io.registrar.metadata.MetadataFields.TOKEN_ENDPOINT_AUTH_METHOD;

import io.registrar.metadata.AuthenticationMethod;
import io.registrar.metadata.ClientMetadata;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.MetadataRule;
import io.registrar.metadata.RuleContext;
import io.registrar.metadata.uri.Authority;
import io.registrar.metadata.uri.RawUri;
import java.util.Optional;
import java.util.Set;

/**
 * Where http beyond the loopback is admitted for logout at all, it is for confidential clients (reference A.4).
 *
 * @param field one URI, or an array of them
 */
record LogoutHttpRule(MetadataField field) implements MetadataRule {

    private static final String ADVICE = "http is allowed for confidential clients only; use https";

    @Override
    public Set<MetadataField> reads() {
        return Set.of(field, TOKEN_ENDPOINT_AUTH_METHOD);
    }

    @Override
    public Set<MetadataField> readsByElement() {
        return Set.of(field);
    }

    @Override
    public void check(ClientMetadata metadata, RuleContext context) {
        if (metadata.is(TOKEN_ENDPOINT_AUTH_METHOD, AuthenticationMethod.NONE)) {
            context.judge(metadata, field, uri -> isRemoteHttp(uri) ? Optional.of(ADVICE) : Optional.empty());
        }
    }

    private static boolean isRemoteHttp(String text) {
        RawUri uri = RawUri.of(text);
        return uri.scheme().equals("http") && !Authority.of(uri).host().isLoopback();
    }
}
