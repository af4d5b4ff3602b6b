package io.registrar.metadata.value;

import io.registrar.metadata.uri.Authority;
import io.registrar.metadata.uri.Host;
import io.registrar.metadata.uri.RawUri;
import io.registrar.metadata.uri.RedirectUri;
import java.util.Optional;

/**
 * A redirect URI, as far as it can be judged without knowing the client: R1 to R10, R15 and R17 of the reference, and
 * what R11 and R12 refuse to every client.
 *
 * @param forLogout whether http is admitted where the deployment admits it for logout
 */
public record RedirectUriRule(boolean forLogout) implements UriRule {

    public RedirectUriRule() {
        this(false);
    }

    /** Where users are sent after signing out. */
    public static RedirectUriRule afterLogout() {
        return new RedirectUriRule(true);
    }

    @Override
    public Optional<String> problem(String uri, ValueCheck check) {
        return RedirectUri.problem(
                        uri, Limit.URI_LENGTH.in(check), check.policy().allowDotlessSchemes())
                .or(() -> commaProblem(uri, check))
                .or(() -> httpProblem(RawUri.of(uri), check));
    }

    // A reader that splits at commas would find a second address in it, which nobody judged.
    private static Optional<String> commaProblem(String uri, ValueCheck check) {
        return check.policy().commaSeparatedReaders() && uri.indexOf(',') >= 0
                ? Optional.of("must not hold a comma; send %2C instead")
                : Optional.empty();
    }

    // R11 and R12 as far as they hold for every kind of client.
    private Optional<String> httpProblem(RawUri uri, ValueCheck check) {
        if (!uri.scheme().equals("http")) {
            return Optional.empty();
        }
        Host host = Authority.of(uri).host();
        if (!host.isLoopback() && !(forLogout && check.policy().allowHttpLogout())) {
            return Optional.of("http is allowed for loopback hosts only");
        }
        return host instanceof Host.DnsName dns && dns.isBelowLocalhost()
                ? Optional.of("http is not allowed for names below localhost")
                : Optional.empty();
    }
}
