package io.registrar.metadata.uri;

import java.util.Optional;

/** PAGE of the reference: a page for users, under https and a DNS name. */
public final class PageUri {

    private PageUri() {}

    /** What is wrong with it, empty for nothing. */
    public static Optional<String> problem(String text, int longest, boolean httpToo) {
        return UriSyntax.problem(text, longest).or(() -> problem(RawUri.of(text), httpToo));
    }

    private static Optional<String> problem(RawUri uri, boolean httpToo) {
        if (!uri.scheme().equals("https") && !(httpToo && uri.scheme().equals("http"))) {
            return Optional.of("must be an https URI");
        }
        Host host = Authority.of(uri).host();
        if (host instanceof Host.Unusable unusable) {
            return Optional.of(unusable.reason());
        }
        return host instanceof Host.DnsName ? Optional.empty() : Optional.of("the host must be a DNS name");
    }
}
