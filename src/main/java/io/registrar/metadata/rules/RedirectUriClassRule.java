package io.registrar.metadata.rules;

import static io.registrar.metadata.MetadataFields.APPLICATION_TYPE;
import static io.registrar.metadata.MetadataFields.RESPONSE_TYPES;

import io.registrar.metadata.ClientMetadata;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.MetadataPolicy;
import io.registrar.metadata.MetadataRule;
import io.registrar.metadata.RuleContext;
import io.registrar.metadata.uri.Authority;
import io.registrar.metadata.uri.Host;
import io.registrar.metadata.uri.RawUri;
import java.util.Optional;
import java.util.Set;

/**
 * Which kind of redirect URI goes with which kind of client: R11 to R14 of the reference (OpenID Connect Registration
 * §2, RFC 8252 §7).
 *
 * @param field redirect URIs, or others that the user is sent to
 */
record RedirectUriClassRule(MetadataField field) implements MetadataRule {

    @Override
    public Set<MetadataField> reads() {
        return Set.of(field, APPLICATION_TYPE, RESPONSE_TYPES);
    }

    @Override
    public Set<MetadataField> readsByElement() {
        return Set.of(field);
    }

    @Override
    public void check(ClientMetadata metadata, RuleContext context) {
        boolean isNative = metadata.is(APPLICATION_TYPE, "native");
        boolean frontChannel = ResponseTypes.anyFrontChannel(metadata.texts(RESPONSE_TYPES));
        context.judge(
                metadata,
                field,
                text -> isNative
                        ? nativeProblem(RawUri.of(text))
                        : webProblem(RawUri.of(text), frontChannel, context.policy()));
    }

    private static Optional<String> nativeProblem(RawUri uri) {
        // RFC 8252 §7.2: an app claims https URIs of a domain, and nobody can claim the loopback.
        return uri.scheme().equals("https") && Authority.of(uri).host().isLoopback()
                ? Optional.of("a native client must use http, not https, on loopback hosts")
                : Optional.empty();
    }

    private static Optional<String> webProblem(RawUri uri, boolean frontChannel, MetadataPolicy policy) {
        if (!uri.isWeb()) {
            return Optional.of("a private-use scheme needs application_type native");
        }
        Host host = Authority.of(uri).host();
        boolean named = host.isLoopback() && host instanceof Host.DnsName;
        if (uri.scheme().equals("https")) {
            return frontChannel && named
                    ? Optional.of("localhost is not allowed for a web client that gets tokens from the redirect")
                    : Optional.empty();
        }
        if (frontChannel) {
            return Optional.of("a web client that gets tokens from the redirect must use https");
        }
        // Beyond the loopback the value's own rule decides.
        return host.isLoopback() ? loopbackProblem(named, policy) : Optional.empty();
    }

    private static Optional<String> loopbackProblem(boolean named, MetadataPolicy policy) {
        if (named) {
            return policy.allowLocalhostForWeb()
                    ? Optional.empty()
                    : Optional.of("http on localhost is not allowed for web clients; use 127.0.0.1 or https");
        }
        return policy.allowHttpLoopbackForWeb()
                ? Optional.empty()
                : Optional.of("http is not allowed for web clients; use https");
    }
}
