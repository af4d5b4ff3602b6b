package io.registrar.http;

import io.registrar.access.AccessSettings;
import io.registrar.access.issuer.TrustedIssuers;
import io.registrar.credential.CredentialKind;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells clients which authorization servers issue tokens for the registration endpoint, and what to ask them for (RFC
 * 9728; metadata reference, G.3). It needs no credential, because it is where the way to one begins.
 */
@Path(ResourcePath.RESOURCE_METADATA)
@PermitAll
public class ResourceMetadataResource {

    private final ServiceAddress address;
    private final AccessSettings settings;
    private final TrustedIssuers issuers;

    ResourceMetadataResource(ServiceAddress address, AccessSettings settings, TrustedIssuers issuers) {
        this.address = address;
        this.settings = settings;
        this.issuers = issuers;
    }

    @GET
    public Response read(RoutingContext context) {
        // Every other answer is for its caller only, and the guard says so in advance.
        context.response().headers().remove(HttpHeaders.CACHE_CONTROL).remove("Pragma");
        return JsonAnswer.of(200, JsonAnswer.render(metadata()))
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=3600")
                .build();
    }

    private Map<String, Object> metadata() {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("resource", address.registrationEndpoint());
        List<String> servers = issuers.authorizationServers();
        // RFC 9728 section 3.2: no empty arrays; and no way to tokens that the endpoint does not take.
        if (settings.credentials().contains(CredentialKind.ACCESS_TOKEN.settingName()) && !servers.isEmpty()) {
            metadata.put("authorization_servers", servers);
            metadata.put("scopes_supported", List.of(settings.registrationScope()));
        }
        metadata.put("bearer_methods_supported", List.of("header"));
        metadata.put("resource_name", "Client registration");
        return metadata;
    }
}
