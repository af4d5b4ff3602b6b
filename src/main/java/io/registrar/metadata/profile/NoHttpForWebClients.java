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
 * @param whose who demands it, as the subject of a sentence
 */
record NoHttpForWebClients(MetadataField field, String whose) implements Tightening {

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
        Optional<String> advice = Optional.of(whose + " allows http for native clients only; use https");
        if (metadata.is(APPLICATION_TYPE, "web")) {
            context.judge(metadata, field, uri -> RawUri.of(uri).scheme().equals("http") ? advice : Optional.empty());
        }
    }
}
