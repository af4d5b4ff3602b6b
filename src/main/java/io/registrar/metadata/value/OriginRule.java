package io.registrar.metadata.value;

import io.registrar.metadata.uri.Origin;
import java.util.Optional;

/** The origin of scripts, as browsers send it (RFC 6454 §6.2). */
public record OriginRule() implements UriRule {

    @Override
    public Optional<String> problem(String uri, ValueCheck check) {
        return Origin.problem(uri, Limit.URI_LENGTH.in(check));
    }
}
