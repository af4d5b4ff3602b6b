package io.registrar.metadata.value;

import com.fasterxml.jackson.databind.JsonNode;
import io.registrar.metadata.uri.Authority;
import io.registrar.metadata.uri.Host;
import io.registrar.metadata.uri.RawUri;
import io.registrar.metadata.uri.RedirectUri;
import java.util.Map;
import java.util.Optional;

/**
 * A redirect URI, as far as it can be judged without knowing the client: R1 to R10, R15 and R17 of the reference, and
 * what R11 and R12 refuse to every client.
 */
public record RedirectUriRule() implements ValueRule {

    @Override
    public void check(JsonNode value, ValueCheck check) {
        if (!value.isTextual()) {
            check.wrongType("must be a string");
            return;
        }
        String uri = value.textValue();
        RedirectUri.problem(uri, Limit.URI_LENGTH.in(check), check.policy().allowDotlessSchemes())
                .or(() -> commaProblem(uri, check))
                .or(() -> httpProblem(RawUri.of(uri)))
                .ifPresent(check::refuse);
    }

    // A reader that splits at commas would find a second address in it, which nobody judged.
    private static Optional<String> commaProblem(String uri, ValueCheck check) {
        return check.policy().commaSeparatedReaders() && uri.indexOf(',') >= 0
                ? Optional.of("must not hold a comma; send %2C instead")
                : Optional.empty();
    }

    // R11 and R12 as far as they hold for every kind of client.
    private static Optional<String> httpProblem(RawUri uri) {
        if (!uri.scheme().equals("http")) {
            return Optional.empty();
        }
        Host host = Authority.of(uri).host();
        if (!host.isLoopback()) {
            return Optional.of("http is allowed for loopback hosts only");
        }
        return host instanceof Host.DnsName dns && dns.isBelowLocalhost()
                ? Optional.of("http is not allowed for names below localhost")
                : Optional.empty();
    }

    @Override
    public Map<String, Object> jsonSchema() {
        return Map.of("type", "string", "format", "uri", "maxLength", Limit.URI_LENGTH.standard());
    }
}
