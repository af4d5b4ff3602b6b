package io.registrar.metadata;

import static io.registrar.metadata.MetadataField.declare;

import com.fasterxml.jackson.databind.node.BooleanNode;
import io.registrar.metadata.capability.Feature;
import io.registrar.metadata.value.BooleanRule;
import io.registrar.metadata.value.CertificateSubjectRule;
import io.registrar.metadata.value.ValueRule;
import java.util.List;

/** The members of mutual TLS (RFC 8705; reference A.5). */
final class MutualTlsFields {

    static final MetadataField SUBJECT_DN = subject("tls_client_auth_subject_dn", CertificateSubjectRule.DN)
            .is("The subject of the client's certificate, as a string of RFC 4514.", "RFC 8705 §2.1.2");

    static final MetadataField SAN_DNS = subject("tls_client_auth_san_dns", CertificateSubjectRule.DNS)
            .is("The DNS name in the client's certificate.", "RFC 8705 §2.1.2");

    static final MetadataField SAN_URI = subject("tls_client_auth_san_uri", CertificateSubjectRule.URI)
            .followedBy(Follower.NOBODY)
            .is("The URI in the client's certificate.", "RFC 8705 §2.1.2");

    static final MetadataField SAN_IP = subject("tls_client_auth_san_ip", CertificateSubjectRule.IP)
            .is("The IP address in the client's certificate.", "RFC 8705 §2.1.2");

    static final MetadataField SAN_EMAIL = subject("tls_client_auth_san_email", CertificateSubjectRule.EMAIL)
            .is("The e-mail address in the client's certificate.", "RFC 8705 §2.1.2");

    /** Exactly one of them tells which certificate is the client's (reference X11). */
    static final List<MetadataField> SUBJECTS = List.of(SUBJECT_DN, SAN_DNS, SAN_URI, SAN_IP, SAN_EMAIL);

    static final MetadataField TLS_CLIENT_CERTIFICATE_BOUND_ACCESS_TOKENS = declare(
                    "tls_client_certificate_bound_access_tokens", new BooleanRule())
            .absent(FieldDefault.of(BooleanNode.FALSE))
            .needs(Feature.TLS_CLIENT_CERTIFICATE_BOUND_ACCESS_TOKENS)
            .is("Whether access tokens are bound to the client's certificate.", "RFC 8705 §3.4");

    private MutualTlsFields() {}

    static List<MetadataField> mutualTls() {
        return List.of(
                SUBJECT_DN,
                SAN_DNS,
                SAN_URI,
                SAN_IP,
                SAN_EMAIL,
                TLS_CLIENT_CERTIFICATE_BOUND_ACCESS_TOKENS,
                declare("use_mtls_endpoint_aliases", new BooleanRule())
                        .absent(FieldDefault.of(BooleanNode.FALSE))
                        .is(
                                "Whether the client uses the server's separate addresses for mutual TLS.",
                                "FAPI 2.0 Security Profile §5.2.2.1.1"));
    }

    private static MetadataField.Declaration subject(String name, ValueRule rule) {
        return declare(name, rule).onlyFor(Applicability.TLS_CLIENT_AUTH);
    }
}
