package io.registrar.metadata.profile;

import static io.registrar.metadata.MetadataFields.APPLICATION_TYPE;

import io.registrar.metadata.ClientMetadata;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.RuleContext;
import io.registrar.metadata.uri.RawUri;
import java.util.Optional;
import java.util.Set;

/**
 * Web clients are never reached over http, not even on the loopback (RFC 9700 §2.6).
 *
 * @param field addresses that the user is sent to
 */
record NoHttpForWebClients(MetadataField field) implements Tightening {

    private static final String ADVICE = "the profile in force here allows http for native clients only; use https";

    @Override
    public Set<MetadataField> reads() {
        return Set.of(APPLICATION_TYPE, field);
    }

    @Override
    public Set<MetadataField> readsByElement() {
        return Set.of(field);
    }

    @Override
    public void check(ClientMetadata metadata, RuleContext context) {
        if (metadata.is(APPLICATION_TYPE, "web")) {
            context.judge(
                    metadata,
                    field,
                    uri -> RawUri.of(uri).scheme().equals("http") ? Optional.of(ADVICE) : Optional.empty());
        }
    }
}
