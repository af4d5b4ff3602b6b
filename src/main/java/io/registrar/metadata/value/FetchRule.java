package io.registrar.metadata.value;

import io.registrar.metadata.uri.FetchUri;
import java.util.Optional;

/**
 * FETCH: an absolute https URI that servers read, so it must not lead them into private networks.
 *
 * @param forLogout whether http is admitted where the deployment admits it for logout
 */
public record FetchRule(boolean forLogout) implements UriRule {

    public FetchRule() {
        this(false);
    }

    /** One that the identity server calls when a session has ended. */
    public static FetchRule afterLogout() {
        return new FetchRule(true);
    }

    @Override
    public Optional<String> problem(String uri, ValueCheck check) {
        boolean httpToo = forLogout && check.policy().allowHttpLogout();
        return FetchUri.problem(uri, Limit.URI_LENGTH.in(check), httpToo, check.outbound());
    }
}
