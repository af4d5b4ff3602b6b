package io.registrar.metadata.uri;

import java.util.Optional;

/** A URI in a certificate: it names something and leads nowhere, so any scheme will do that programs do not run. */
public final class CertificateUri {

    private CertificateUri() {}

    /** What is wrong with it, empty for nothing. */
    public static Optional<String> problem(String text, int longest) {
        return UriSyntax.problem(text, longest).or(() -> problem(text));
    }

    private static Optional<String> problem(String text) {
        RawUri uri = RawUri.of(text);
        if (RedirectUri.isForbidden(uri.scheme()) && !uri.scheme().equals("urn")) {
            return Optional.of("this scheme is not allowed");
        }
        if (uri.scheme().equals("spiffe")) {
            return SpiffeId.problem(text);
        }
        if (uri.isWeb()) {
            return WebUri.problem(uri, true);
        }
        if (uri.authority().filter(authority -> authority.indexOf('@') >= 0).isPresent()) {
            return Optional.of("must not hold user information or @ before the path");
        }
        return uri.isBare() ? Optional.of("needs something after the scheme") : Optional.empty();
    }
}
