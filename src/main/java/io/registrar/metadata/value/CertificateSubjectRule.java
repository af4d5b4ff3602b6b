package io.registrar.metadata.value;

import io.registrar.metadata.uri.AddressText;
import io.registrar.metadata.uri.CertificateUri;
import java.util.Optional;

/** What a client's certificate may be known by (RFC 8705 §2.1.2). */
public final class CertificateSubjectRule {

    /** The subject, as a string of RFC 4514. */
    public static final ValueRule DN =
            new TextRule(Limit.fixed(1024), (text, check) -> DistinguishedName.problem(text));

    /** A DNS name. */
    public static final ValueRule DNS = new TextRule(Limit.fixed(253), (text, check) -> AddressText.nameProblem(text));

    /** A URI of any scheme that names something. */
    public static final ValueRule URI = new CertificateUriRule();

    /** An IP address. */
    public static final ValueRule IP = new TextRule(Limit.fixed(45), (text, check) -> AddressText.ipProblem(text));

    /** An e-mail address. */
    public static final ValueRule EMAIL = new TextRule(
            Limit.fixed(254),
            (text, check) -> EmailAddress.is(text) ? Optional.empty() : Optional.of("must be an e-mail address"));

    private CertificateSubjectRule() {}

    private record CertificateUriRule() implements UriRule {
        @Override
        public Optional<String> problem(String uri, ValueCheck check) {
            return CertificateUri.problem(uri, Limit.URI_LENGTH.in(check));
        }
    }
}
