package io.registrar.metadata.value;

import io.registrar.metadata.uri.PageUri;
import java.util.Optional;

/**
 * PAGE: an absolute https URI with a DNS host that users are sent to.
 *
 * @param httpsAlways whether even development knows no http
 */
public record PageRule(boolean httpsAlways) implements UriRule {

    /** With http where the deployment admits it. */
    public PageRule() {
        this(false);
    }

    /** Without any exception. */
    public static PageRule httpsOnly() {
        return new PageRule(true);
    }

    @Override
    public Optional<String> problem(String uri, ValueCheck check) {
        return PageUri.problem(
                uri, Limit.URI_LENGTH.in(check), !httpsAlways && check.policy().allowHttpPages());
    }
}
