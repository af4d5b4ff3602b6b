package io.registrar.access;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.request.BaseAuthenticationRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Supplier;

/**
 * A credential that waits to be judged, with what judging it may need.
 *
 * @param credential what was presented
 * @param request the request it came with
 * @param identities for credentials that the platform judges
 * @param context where blocking work is done
 */
public record PresentedCredential(
        BearerCredential credential,
        RoutingContext request,
        IdentityProviderManager identities,
        AuthenticationRequestContext context) {

    /** The characters of the token; empty where there is none. */
    public String token() {
        return credential.token();
    }

    /** Does work that blocks, such as a look-up in the store, off the event loop. */
    public Uni<Admission> blocking(Supplier<Admission> work) {
        // The platform offers this for identities only.
        return context.runBlocking(() -> Admissions.identity(work.get()))
                .map(identity -> Admission.of(identity).orElseThrow());
    }

    /** One that wants to be judged as a certain kind. */
    static final class Request extends BaseAuthenticationRequest {

        private final RegistrationCredential kind;
        private final BearerCredential credential;
        private final RoutingContext routing;
        private final IdentityProviderManager identities;

        Request(
                RegistrationCredential kind,
                BearerCredential credential,
                RoutingContext routing,
                IdentityProviderManager identities) {
            this.kind = kind;
            this.credential = credential;
            this.routing = routing;
            this.identities = identities;
        }

        Uni<Admission> judge(AuthenticationRequestContext context) {
            return kind.judge(new PresentedCredential(credential, routing, identities, context));
        }
    }
}
