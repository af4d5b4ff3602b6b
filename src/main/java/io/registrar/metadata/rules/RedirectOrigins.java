package io.registrar.metadata.rules;

import io.registrar.metadata.ClientMetadata;
import io.registrar.metadata.MetadataFields;
import io.registrar.metadata.uri.Origin;
import io.registrar.metadata.uri.RawUri;
import java.util.stream.Stream;

/** Where a client is in the web, as its redirect URIs say. */
final class RedirectOrigins {

    private RedirectOrigins() {}

    /** The origins of its http and https redirect URIs. */
    static Stream<Origin> of(ClientMetadata metadata) {
        return metadata.texts(MetadataFields.REDIRECT_URIS).stream()
                .map(RawUri::of)
                .filter(RawUri::isWeb)
                .map(Origin::of);
    }
}
