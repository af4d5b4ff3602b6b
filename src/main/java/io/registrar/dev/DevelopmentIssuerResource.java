package io.registrar.dev;

import io.quarkus.arc.profile.IfBuildProfile;
import io.registrar.http.ServiceAddress;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The development issuer's endpoints: tokens for any client and any secret, so that nothing but Registrar has to run.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.4">RFC 6749 §4.4</a>
 */
@Path("/dev")
@Singleton
@PermitAll
@IfBuildProfile("dev")
@Produces(MediaType.APPLICATION_JSON)
public final class DevelopmentIssuerResource {

    private static final long LIFETIME = 300;

    private final DevelopmentIssuer issuer;
    private final String audience;
    private final String registrationEndpoint;

    @Inject
    DevelopmentIssuerResource(
            @ConfigProperty(name = "quarkus.http.port") int port,
            ServiceAddress address,
            @ConfigProperty(name = "registrar.access.audience") String audience) {
        this(
                new DevelopmentIssuer(
                        "http://localhost:" + port + "/dev",
                        IssuerKey.in(ProjectDirectory.state().resolve("issuer.jwk"))),
                audience,
                address.registrationEndpoint());
    }

    DevelopmentIssuerResource(DevelopmentIssuer issuer, String audience, String registrationEndpoint) {
        this.issuer = issuer;
        this.audience = audience;
        this.registrationEndpoint = registrationEndpoint;
    }

    @POST
    @Path("/token")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response token(
            @HeaderParam(HttpHeaders.AUTHORIZATION) Optional<String> authorization,
            @FormParam("grant_type") Optional<String> grantType,
            @FormParam("client_id") Optional<String> clientId,
            @FormParam("client_secret") Optional<String> clientSecret,
            @FormParam("scope") Optional<String> scope,
            @FormParam("audience") Optional<String> wantedAudience,
            @FormParam("expires_in") Optional<String> expiresIn) {
        Optional<String> client = ClientCredentials.clientId(authorization, clientId, clientSecret);
        if (client.isEmpty()) {
            return error(401, "invalid_client", "a client id and a secret are wanted; any will do")
                    .header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"development\"")
                    .build();
        }
        if (grantType.isEmpty()) {
            return error(400, "invalid_request", "grant_type is missing").build();
        }
        if (!grantType.get().equals("client_credentials")) {
            return error(400, "unsupported_grant_type", "only client_credentials is supported")
                    .build();
        }
        long lifetime;
        try {
            lifetime = expiresIn.map(Integer::parseInt).map(Integer::longValue).orElse(LIFETIME);
        } catch (NumberFormatException e) {
            return error(400, "invalid_request", "expires_in is not a number of seconds")
                    .build();
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put(
                "access_token", issuer.sign(client.get(), scope.orElse(""), wantedAudience.orElse(audience), lifetime));
        answer.put("token_type", "Bearer");
        answer.put("expires_in", lifetime);
        answer.put("scope", scope.orElse(""));
        return answer(200, answer).build();
    }

    @GET
    @Path("/jwks")
    public Map<String, Object> keys() {
        return issuer.publicKeys();
    }

    @GET
    @Path("/.well-known/openid-configuration")
    public Map<String, Object> configuration() {
        return Map.of(
                "issuer", issuer.name(),
                "token_endpoint", issuer.name() + "/token",
                "jwks_uri", issuer.name() + "/jwks",
                "registration_endpoint", registrationEndpoint,
                "grant_types_supported", List.of("client_credentials"),
                "token_endpoint_auth_methods_supported", List.of("client_secret_basic", "client_secret_post"),
                "response_types_supported", List.of(),
                "subject_types_supported", List.of("public"),
                "id_token_signing_alg_values_supported", List.of("RS256"));
    }

    private static Response.ResponseBuilder error(int status, String code, String description) {
        return answer(status, Map.of("error", code, "error_description", description));
    }

    /** RFC 6749 §5.1: no cache may keep a token. */
    private static Response.ResponseBuilder answer(int status, Map<String, Object> body) {
        return Response.status(status).entity(body).header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
