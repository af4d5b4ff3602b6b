package io.registrar.metadata.rules;

import static io.registrar.metadata.MetadataFields.BACKCHANNEL_AUTHENTICATION_REQUEST_SIGNING_ALG;
import static io.registrar.metadata.MetadataFields.BACKCHANNEL_TOKEN_DELIVERY_MODE;
import static io.registrar.metadata.MetadataFields.GRANT_TYPES;
import static io.registrar.metadata.MetadataFields.JWKS_URI;
import static io.registrar.metadata.MetadataFields.REDIRECT_URIS;
import static io.registrar.metadata.MetadataFields.RESPONSE_TYPES;
import static io.registrar.metadata.MetadataFields.SECTOR_IDENTIFIER_URI;
import static io.registrar.metadata.MetadataFields.SUBJECT_TYPE;
import static io.registrar.metadata.MetadataFields.TOKEN_ENDPOINT_AUTH_METHOD;

import io.registrar.metadata.Applicability;
import io.registrar.metadata.AuthenticationMethod;
import io.registrar.metadata.ClientMetadata;
import io.registrar.metadata.GrantType;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.MetadataRule;
import io.registrar.metadata.RuleContext;
import io.registrar.metadata.Sector;
import io.registrar.metadata.uri.Authority;
import io.registrar.metadata.uri.Host;
import io.registrar.metadata.uri.RawUri;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Pairwise subjects need one sector they are made for (OpenID Connect Core §8.1, reference X13 to X16). */
final class PairwiseSubjectRule implements MetadataRule {

    private static final Set<String> KEY_BOUND =
            Set.of(AuthenticationMethod.PRIVATE_KEY_JWT, AuthenticationMethod.SELF_SIGNED_TLS_CLIENT_AUTH);

    @Override
    public Set<MetadataField> reads() {
        return Set.of(
                SUBJECT_TYPE,
                REDIRECT_URIS,
                RESPONSE_TYPES,
                SECTOR_IDENTIFIER_URI,
                GRANT_TYPES,
                BACKCHANNEL_TOKEN_DELIVERY_MODE,
                BACKCHANNEL_AUTHENTICATION_REQUEST_SIGNING_ALG,
                JWKS_URI,
                TOKEN_ENDPOINT_AUTH_METHOD);
    }

    @Override
    public void check(ClientMetadata metadata, RuleContext context) {
        if (!metadata.is(SUBJECT_TYPE, "pairwise")) {
            return;
        }
        if (Applicability.REDIRECT_FLOW.appliesTo(metadata) && !metadata.has(SECTOR_IDENTIFIER_URI)) {
            redirectProblem(metadata).ifPresent(why -> context.refuse(SUBJECT_TYPE, why));
        }
        if (Sector.restsOnKeys(metadata) && !hasKeySector(metadata)) {
            context.refuse(
                    SUBJECT_TYPE,
                    "pairwise with the CIBA grant, or the device grant alone, needs jwks_uri and"
                            + " private_key_jwt or self_signed_tls_client_auth");
        }
    }

    // X13, X14: without a document that names the sector, the one host of all redirect URIs does.
    private static Optional<String> redirectProblem(ClientMetadata metadata) {
        List<Optional<String>> hosts = metadata.texts(REDIRECT_URIS).stream()
                .map(PairwiseSubjectRule::sector)
                .toList();
        if (hosts.contains(Optional.<String>empty())) {
            return Optional.of("pairwise needs sector_identifier_uri when a redirect URI has no DNS host");
        }
        return hosts.stream().distinct().count() > 1
                ? Optional.of("pairwise needs redirect URIs that all have the same host, or sector_identifier_uri")
                : Optional.empty();
    }

    private static boolean hasKeySector(ClientMetadata metadata) {
        boolean keyBound = metadata.text(TOKEN_ENDPOINT_AUTH_METHOD)
                .filter(KEY_BOUND::contains)
                .isPresent();
        boolean signedRequests = metadata.texts(GRANT_TYPES).contains(GrantType.CIBA)
                && metadata.has(BACKCHANNEL_AUTHENTICATION_REQUEST_SIGNING_ALG);
        return metadata.has(JWKS_URI) && (keyBound || signedRequests);
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
