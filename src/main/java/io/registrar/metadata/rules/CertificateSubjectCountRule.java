package io.registrar.metadata.rules;

import static io.registrar.metadata.MetadataFields.CERTIFICATE_SUBJECTS;
import static io.registrar.metadata.MetadataFields.TOKEN_ENDPOINT_AUTH_METHOD;

import io.registrar.metadata.AuthenticationMethod;
import io.registrar.metadata.ClientMetadata;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.MetadataRule;
import io.registrar.metadata.RuleContext;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** tls_client_auth needs to know exactly one subject, or the certificate could be anybody's (RFC 8705 §2.1.2, X11). */
final class CertificateSubjectCountRule implements MetadataRule {

    @Override
    public Set<MetadataField> reads() {
        Set<MetadataField> reads = new HashSet<>(CERTIFICATE_SUBJECTS);
        reads.add(TOKEN_ENDPOINT_AUTH_METHOD);
        return reads;
    }

    @Override
    public void check(ClientMetadata metadata, RuleContext context) {
        if (!metadata.is(TOKEN_ENDPOINT_AUTH_METHOD, AuthenticationMethod.TLS_CLIENT_AUTH)) {
            return;
        }
        List<MetadataField> subjects =
                CERTIFICATE_SUBJECTS.stream().filter(metadata::has).toList();
        if (subjects.isEmpty()) {
            context.refuse(
                    TOKEN_ENDPOINT_AUTH_METHOD,
                    "tls_client_auth needs one of: "
                            + CERTIFICATE_SUBJECTS.stream()
                                    .map(MetadataField::name)
                                    .collect(Collectors.joining(", ")));
        }
        subjects.stream()
                .skip(1)
                .forEach(field -> context.refuse(
                        field,
                        "must not be sent together with " + subjects.get(0).name()));
    }
}
