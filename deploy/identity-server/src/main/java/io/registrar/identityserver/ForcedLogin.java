package io.registrar.identityserver;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;

/**
 * A login that one authorization request demanded, remembered in the session. It counts for exactly that request, once,
 * and only when the user signed in after the demand: else {@code max_age=0} would loop, or a replayed request would pass
 * with an old login.
 *
 * @param request the parameters of that request
 * @param since when it demanded the login
 */
record ForcedLogin(Map<String, List<String>> request, Instant since) implements Serializable {

    private static final String IN_SESSION = ForcedLogin.class.getName();

    /** Time for the way back from the login page; whoever finds the browser later signs in again. */
    private static final Duration WAY_BACK = Duration.ofMinutes(1);

    static void demand(HttpServletRequest request) {
        request.getSession().setAttribute(IN_SESSION, new ForcedLogin(parameters(request), Instant.now()));
    }

    /** Whether this request demanded a login and got it; not again if asked again. */
    static boolean happened(HttpServletRequest request, @Nullable Authentication user) {
        HttpSession session = request.getSession(false);
        if (user == null
                || session == null
                || !(session.getAttribute(IN_SESSION) instanceof ForcedLogin demanded)
                || !demanded.request.equals(parameters(request))) {
            return false;
        }
        session.removeAttribute(IN_SESSION);
        return user.getAuthorities().stream()
                .filter(FactorGrantedAuthority.class::isInstance)
                .map(factor -> ((FactorGrantedAuthority) factor).getIssuedAt())
                .anyMatch(login -> login.isAfter(demanded.since)
                        && login.plus(WAY_BACK).isAfter(Instant.now()));
    }

    private static Map<String, List<String>> parameters(HttpServletRequest request) {
        Map<String, List<String>> parameters = new HashMap<>();
        request.getParameterMap().forEach((name, values) -> parameters.put(name, Arrays.asList(values)));
        // Spring's own, on the way back from the login page.
        parameters.remove("continue");
        return parameters;
    }
}
