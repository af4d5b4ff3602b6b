package io.registrar.initialaccess;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.annotation.HttpAuthenticationMechanism;
import io.registrar.access.Callers;
import io.registrar.access.CredentialScheme;
import io.registrar.access.Permissions;
import io.registrar.audit.AuditEvent.Origin;
import io.registrar.credential.Caller;
import io.registrar.http.JsonAnswer;
import io.registrar.http.JsonRequestBody;
import io.registrar.http.PageQuery;
import io.registrar.http.RequestOrigin;
import io.registrar.http.ResourcePath;
import io.registrar.store.InitialAccessTokenStore;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** The initial access tokens, for operators: issue one, list all, see how far one is used, end it. */
@Path(ResourcePath.INITIAL_ACCESS_TOKENS)
public class InitialAccessTokensResource {

    private final SecurityIdentity identity;
    private final Callers callers;
    private final JsonRequestBody requestBody;
    private final InitialAccessTokenIssue issue;
    private final InitialAccessTokenStore store;

    InitialAccessTokensResource(
            SecurityIdentity identity,
            Callers callers,
            JsonRequestBody requestBody,
            InitialAccessTokenIssue issue,
            InitialAccessTokenStore store) {
        this.identity = identity;
        this.callers = callers;
        this.requestBody = requestBody;
        this.issue = issue;
        this.store = store;
    }

    @POST
    @HttpAuthenticationMechanism(CredentialScheme.ACCESS_TOKEN)
    @PermissionsAllowed(Permissions.OPERATE)
    public Uni<Response> issue(RoutingContext context) {
        Caller caller = callers.callerOf(identity);
        Origin origin = RequestOrigin.of(context);
        return requestBody.readThen(context, body -> JsonAnswer.of(201, issue.issue(caller, origin, body))
                .build());
    }

    @GET
    @Blocking
    @HttpAuthenticationMechanism(CredentialScheme.ACCESS_TOKEN)
    @PermissionsAllowed(Permissions.OPERATE)
    public Response list(RoutingContext context) {
        return JsonAnswer.of(200, TokenDocument.page(store.list(PageQuery.of(context))))
                .build();
    }

    @GET
    @Path("/{id}")
    @Blocking
    @HttpAuthenticationMechanism(CredentialScheme.ACCESS_TOKEN)
    @PermissionsAllowed(Permissions.OPERATE)
    public Response read(@PathParam("id") String id) {
        return store.find(id)
                .map(token -> JsonAnswer.of(200, TokenDocument.one(token)).build())
                .orElseThrow(NotFoundException::new);
    }

    @DELETE
    @Path("/{id}")
    @HttpAuthenticationMechanism(CredentialScheme.ACCESS_TOKEN)
    @PermissionsAllowed(Permissions.OPERATE)
    public Uni<Response> revoke(@PathParam("id") String id, RoutingContext context) {
        Caller caller = callers.callerOf(identity);
        Origin origin = RequestOrigin.of(context);
        return requestBody.withoutBody(context, () -> {
            if (!issue.revoke(id, caller, origin)) {
                throw new NotFoundException();
            }
            return Response.noContent().build();
        });
    }
}
