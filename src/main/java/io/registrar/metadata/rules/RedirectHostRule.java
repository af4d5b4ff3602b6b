package io.registrar.metadata.rules;

import io.registrar.metadata.ClientMetadata;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.MetadataPolicy;
import io.registrar.metadata.MetadataRule;
import io.registrar.metadata.RuleContext;
import io.registrar.metadata.uri.Authority;
import io.registrar.metadata.uri.Host;
import io.registrar.metadata.uri.HostPatterns;
import io.registrar.metadata.uri.RawUri;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The hosts this deployment admits in http and https URIs that the browser follows (RFC 7591 §3.2.2, reference C).
 *
 * @param field addresses that the user is sent to, or whose scripts and frames are let in
 */
record RedirectHostRule(MetadataField field) implements MetadataRule {

    @Override
    public Set<MetadataField> reads() {
        return Set.of(field);
    }

    @Override
    public Set<MetadataField> readsByElement() {
        return reads();
    }

    @Override
    public void check(ClientMetadata metadata, RuleContext context) {
        context.judge(metadata, field, uri -> problem(RawUri.of(uri), context.policy()));
    }

    private static Optional<String> problem(RawUri uri, MetadataPolicy policy) {
        if (!uri.isWeb()) {
            return Optional.empty();
        }
        Host host = Authority.of(uri).host();
        if (policy.refuseIpHosts() && host instanceof Host.IpLiteral && !host.isLoopback()) {
            return Optional.of("the host must be a name, not an IP address");
        }
        String name = host instanceof Host.DnsName dns ? dns.name() : ((Host.IpLiteral) host).text();
        boolean denied = HostPatterns.matches(policy.deniedRedirectHosts().orElse(List.of()), name);
        boolean admitted = policy.allowedRedirectHosts()
                .map(hosts -> HostPatterns.matches(hosts, name))
                .orElse(true);
        return denied || !admitted ? Optional.of("this host is not allowed here") : Optional.empty();
    }
}
