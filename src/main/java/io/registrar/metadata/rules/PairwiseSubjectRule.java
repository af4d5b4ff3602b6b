package io.registrar.metadata.rules;

import static io.registrar.metadata.MetadataFields.GRANT_TYPES;
import static io.registrar.metadata.MetadataFields.JWKS_URI;
import static io.registrar.metadata.MetadataFields.REDIRECT_URIS;
import static io.registrar.metadata.MetadataFields.SUBJECT_TYPE;
import static io.registrar.metadata.MetadataFields.TOKEN_ENDPOINT_AUTH_METHOD;

import io.registrar.metadata.AuthenticationMethod;
import io.registrar.metadata.ClientMetadata;
import io.registrar.metadata.GrantType;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.MetadataRule;
import io.registrar.metadata.RuleContext;
import io.registrar.metadata.uri.Authority;
import io.registrar.metadata.uri.Host;
import io.registrar.metadata.uri.RawUri;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Pairwise subjects need one sector they are made for (OpenID Connect Core §8.1, reference X13 to X15). */
final class PairwiseSubjectRule implements MetadataRule {

    private static final Set<String> KEY_BOUND =
            Set.of(AuthenticationMethod.PRIVATE_KEY_JWT, AuthenticationMethod.SELF_SIGNED_TLS_CLIENT_AUTH);

    @Override
    public Set<MetadataField> reads() {
        return Set.of(SUBJECT_TYPE, REDIRECT_URIS, GRANT_TYPES, JWKS_URI, TOKEN_ENDPOINT_AUTH_METHOD);
    }

    @Override
    public void check(ClientMetadata metadata, RuleContext context) {
        if (metadata.text(SUBJECT_TYPE).filter("pairwise"::equals).isEmpty()) {
            return;
        }
        List<Optional<String>> hosts = metadata.texts(REDIRECT_URIS).stream()
                .map(PairwiseSubjectRule::sector)
                .toList();
        if (hosts.contains(Optional.<String>empty())) {
            context.refuse(SUBJECT_TYPE, "pairwise needs redirect URIs with a DNS host, not loopback or private-use");
        } else if (hosts.stream().distinct().count() > 1) {
            context.refuse(SUBJECT_TYPE, "pairwise needs redirect URIs that all have the same host");
        } else if (hosts.isEmpty()
                && metadata.texts(GRANT_TYPES).contains(GrantType.DEVICE_CODE)
                && !hasKeySector(metadata)) {
            context.refuse(
                    SUBJECT_TYPE,
                    "pairwise with the device grant alone needs jwks_uri and"
                            + " private_key_jwt or self_signed_tls_client_auth");
        }
    }

    private static boolean hasKeySector(ClientMetadata metadata) {
        return metadata.has(JWKS_URI)
                && metadata.text(TOKEN_ENDPOINT_AUTH_METHOD)
                        .filter(KEY_BOUND::contains)
                        .isPresent();
    }

    // Host only: the port makes no sector (reference L).
    private static Optional<String> sector(String text) {
        RawUri uri = RawUri.of(text);
        return Optional.of(uri)
                .filter(RawUri::isWeb)
                .map(web -> Authority.of(web).host())
                .filter(host -> !host.isLoopback())
                .filter(Host.DnsName.class::isInstance)
                .map(host -> ((Host.DnsName) host).name());
    }
}
