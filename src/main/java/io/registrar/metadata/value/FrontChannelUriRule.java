package io.registrar.metadata.value;

import io.registrar.metadata.uri.WebUri;
import java.util.Optional;

/** A page of the client that the identity server opens in the user's browser (Front-Channel Logout §2). */
public record FrontChannelUriRule() implements UriRule {

    @Override
    public Optional<String> problem(String uri, ValueCheck check) {
        return WebUri.problem(uri, Limit.URI_LENGTH.in(check), check.policy().allowHttpLogout());
    }
}
