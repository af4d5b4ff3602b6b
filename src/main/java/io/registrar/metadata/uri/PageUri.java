package io.registrar.metadata.uri;

import java.util.Optional;

/** PAGE of the reference: a page for users, under https and a DNS name. */
public final class PageUri {

    private PageUri() {}

    /** What is wrong with it, empty for nothing. */
    public static Optional<String> problem(String text, int longest, boolean httpToo) {
        return WebUri.problem(text, longest, httpToo).or(() -> hostProblem(RawUri.of(text)));
    }

    private static Optional<String> hostProblem(RawUri uri) {
        return Authority.of(uri).host() instanceof Host.DnsName
                ? Optional.empty()
                : Optional.of("the host must be a DNS name");
    }
}
