package io.registrar.access;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Makes an identity of what a credential's kind says of it. An identity provider, because only identities that come
 * from one are asked for permissions.
 */
@ApplicationScoped
class Admissions implements IdentityProvider<PresentedCredential.Request> {

    @Override
    public Class<PresentedCredential.Request> getRequestType() {
        return PresentedCredential.Request.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            PresentedCredential.Request request, AuthenticationRequestContext context) {
        return request.judge(context).map(Admissions::identity);
    }

    static SecurityIdentity identity(Admission admission) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(admission.caller().kind().wireName()))
                .addAttribute(Admission.ATTRIBUTE, admission)
                .build();
    }
}
