package io.registrar.metadata.uri;

import java.util.Optional;

/** An https URI, or http where that is admitted, with any sound host. */
public final class WebUri {

    private WebUri() {}

    /** What is wrong with it, empty for nothing. */
    public static Optional<String> problem(String text, int longest, boolean httpToo) {
        return UriSyntax.problem(text, longest).or(() -> problem(RawUri.of(text), httpToo));
    }

    static Optional<String> problem(RawUri uri, boolean httpToo) {
        if (!uri.scheme().equals("https") && !(httpToo && uri.scheme().equals("http"))) {
            return Optional.of("must be an https URI");
        }
        return Authority.of(uri).host() instanceof Host.Unusable unusable
                ? Optional.of(unusable.reason())
                : Optional.empty();
    }
}
