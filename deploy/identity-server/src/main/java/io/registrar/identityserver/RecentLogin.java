package io.registrar.identityserver;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AllRequiredFactorsAuthorizationManager;
import org.springframework.security.authorization.AuthenticatedAuthorizationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * Lets an authorization request pass with a login that is young enough for it: {@code max_age} of the request, else
 * {@code default_max_age} of the client (OpenID Connect Core 1.0 section 3.1.2.1). An older one sends the user to the
 * login page again; Spring's time of that login becomes {@code auth_time} of the ID token.
 *
 * <p>The parameters of pushed authorization requests, off here, are not seen.
 */
final class RecentLogin implements AuthorizationManager<RequestAuthorizationContext> {

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

    private final AuthorizationManager<RequestAuthorizationContext> anyLogin =
            AuthenticatedAuthorizationManager.authenticated();
    private final PublishedMetadata metadata;

    RecentLogin(PublishedMetadata metadata) {
        this.metadata = metadata;
    }

    @Override
    public @Nullable AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> user, RequestAuthorizationContext context) {
        HttpServletRequest request = context.getRequest();
        Optional<Duration> maxAge = isConsent(request) ? Optional.empty() : maxAge(request);
        return maxAge.isPresent()
                ? loginWithin(maxAge.get(), user, context)
                : anyLogin.authorize(user, context);
    }

    private static AuthorizationResult loginWithin(
            Duration maxAge,
            Supplier<? extends @Nullable Authentication> user,
            RequestAuthorizationContext context) {
        AuthorizationResult young = AllRequiredFactorsAuthorizationManager.<RequestAuthorizationContext>builder()
                .requireFactor(login -> login.passwordAuthority().validDuration(maxAge))
                .build()
                .authorize(user, context);
        // Asked in any case: it counts once.
        boolean forced = ForcedLogin.happened(context.getRequest(), user.get());
        if (young.isGranted() || forced) {
            return new AuthorizationDecision(true);
        }
        ForcedLogin.demand(context.getRequest());
        return young;
    }

    /** The consent page posts the user's answer to the same address; its authorization request has passed already. */
    private static boolean isConsent(HttpServletRequest request) {
        return request.getMethod().equals("POST")
                && request.getParameter("response_type") == null
                && request.getParameter("request_uri") == null;
    }

    private Optional<Duration> maxAge(HttpServletRequest request) {
        String[] asked = request.getParameterValues("max_age");
        if (asked == null || asked.length == 1 && asked[0].isEmpty()) {
            return metadata.defaultMaxAge(request.getParameter("client_id")).map(Duration::ofSeconds);
        }
        // What cannot be read must not be weaker than what the client registered.
        boolean readable = asked.length == 1 && SECONDS.matcher(asked[0]).matches();
        return Optional.of(readable ? Duration.ofSeconds(Long.parseLong(asked[0])) : Duration.ZERO);
    }
}
