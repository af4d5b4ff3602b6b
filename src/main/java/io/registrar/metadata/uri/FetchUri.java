package io.registrar.metadata.uri;

import io.registrar.metadata.OutboundPolicy;
import java.util.List;
import java.util.Optional;

/**
 * FETCH of the reference: a URI that a server will read (F.1 step 1, and F.2 on literal addresses). Names are not
 * resolved here: what they resolve to counts when they are fetched.
 */
public final class FetchUri {

    /** Names that lead inside, whoever asks; {@code *.} stands for everything below (reference F.1). */
    static final List<String> DENIED_NAMES = List.of(
            "localhost",
            "*.localhost",
            "*.local",
            "*.internal",
            "*.intranet",
            "*.lan",
            "*.home.arpa",
            "*.corp",
            "*.home",
            "*.svc",
            "*.cluster.local",
            "*.onion",
            "metadata.google.internal",
            "metadata.goog",
            "instance-data");

    private FetchUri() {}

    /** What is wrong with it, empty for nothing. */
    public static Optional<String> problem(String text, int longest, boolean httpToo, OutboundPolicy policy) {
        return WebUri.problem(text, longest, httpToo).or(() -> problem(RawUri.of(text), policy));
    }

    private static Optional<String> problem(RawUri uri, OutboundPolicy policy) {
        Authority authority = Authority.of(uri);
        int port = authority.port().orElse(Origin.standardPort(uri.scheme()));
        boolean usual = uri.scheme().equals("http") && port == Origin.standardPort("http");
        if (!usual && !policy.allowedPorts().contains(port)) {
            return Optional.of("the port is not allowed here");
        }
        return isDenied(authority.host(), policy)
                ? Optional.of("the host is not allowed here; it must be reachable on the public network")
                : Optional.empty();
    }

    private static boolean isDenied(Host host, OutboundPolicy policy) {
        if (host instanceof Host.IpLiteral ip) {
            return FetchAddresses.isDenied(ip.text(), ip.address(), policy);
        }
        String name = ((Host.DnsName) host).name();
        boolean denied = name.indexOf('.') < 0
                || HostPatterns.matches(DENIED_NAMES, name)
                || HostPatterns.matches(policy.deniedNames().orElse(List.of()), name);
        return denied && !policy.allowedFetchNetworks().containsKey(name);
    }
}
