package io.registrar.metadata.profile;

import static io.registrar.metadata.MetadataFields.APPLICATION_TYPE;

import io.registrar.metadata.ClientMetadata;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.RuleContext;
import io.registrar.metadata.uri.RawUri;
import java.util.List;
import java.util.Set;

/**
 * Web clients are never reached over http, not even on the loopback (RFC 9700 §2.6).
 *
 * @param field addresses that the user is sent to
 */
record NoHttpForWebClients(MetadataField field) implements Tightening {

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
        if (!metadata.is(APPLICATION_TYPE, "web")) {
            return;
        }
        List<String> uris = metadata.texts(field);
        for (int i = 0; i < uris.size(); i++) {
            if (context.sound(field, i) && RawUri.of(uris.get(i)).scheme().equals("http")) {
                context.refuse(field, i, "the profile in force here allows http for native clients only; use https");
            }
        }
    }
}
