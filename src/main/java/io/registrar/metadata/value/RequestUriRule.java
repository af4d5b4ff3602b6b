package io.registrar.metadata.value;

import io.registrar.metadata.uri.FetchUri;
import java.util.Optional;

/** Where a request object may be read from (OpenID Connect Core §6.2). */
public record RequestUriRule() implements UriRule {

    /** base64url of a SHA-256. */
    private static final int HASH_LENGTH = 43;

    @Override
    public Optional<String> problem(String uri, ValueCheck check) {
        int longest = Limit.URI_LENGTH.in(check);
        if (uri.length() > longest) {
            return Optional.of("must have at most " + longest + " characters");
        }
        boolean hash = check.policy().allowRequestUriFragment() && endsWithHash(uri);
        String location = hash ? uri.substring(0, uri.length() - HASH_LENGTH - 1) : uri;
        return FetchUri.problem(location, longest, false, check.outbound());
    }

    private static boolean endsWithHash(String uri) {
        int mark = uri.length() - HASH_LENGTH - 1;
        return mark > 0
                && uri.charAt(mark) == '#'
                && uri.chars()
                        .skip(mark + 1L)
                        .allMatch(c -> (c >= '0' && c <= '9')
                                || (c >= 'a' && c <= 'z')
                                || (c >= 'A' && c <= 'Z')
                                || c == '-'
                                || c == '_');
    }
}
