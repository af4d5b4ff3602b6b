package io.registrar.dev;

import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Says where everything is once the service listens, and how to try it with curl and sed.
 *
 * <p>The commands stand between two marker lines, so that a script can cut them out and run them.
 */
@Singleton
@IfBuildProfile("dev")
public final class DevelopmentBanner {

    static final String BEGIN = "# --- try it: begin ---";
    static final String END = "# --- try it: end ---";

    private final int port;
    private final int managementPort;
    private final String jdbcUrl;
    private final String scope;
    private final String registrationPath;

    @Inject
    DevelopmentBanner(
            @ConfigProperty(name = "quarkus.http.port") int port,
            @ConfigProperty(name = "quarkus.management.port") int managementPort,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String jdbcUrl,
            @ConfigProperty(name = "registrar.access.registration-scope") String scope,
            @ConfigProperty(name = "registrar.registration-path") String registrationPath) {
        this.port = port;
        this.managementPort = managementPort;
        this.jdbcUrl = jdbcUrl;
        this.scope = scope;
        this.registrationPath = registrationPath;
    }

    void listening(@ObservesAsync HttpServerStart started) {
        System.out.println(text());
    }

    String text() {
        String service = "http://localhost:" + port;
        String management = "http://localhost:" + managementPort;
        return """

                Registrar listens.
                  Registration  %1$s%5$s
                  Swagger UI    %1$s/q/swagger-ui
                  Tokens        %1$s/dev/token   (any client id and secret)
                  Health        %2$s/q/health
                  Metrics       %2$s/q/metrics
                  Database      %3$s%7$s

                %8$s
                REGISTRAR=%1$s
                TOKEN=$(curl -sS -u me:secret -d grant_type=client_credentials -d scope='%4$s' "$REGISTRAR/dev/token" \\
                  | sed 's/.*"access_token" *: *"\\([^"]*\\)".*/\\1/')
                CLIENT=$(curl -sS -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' \\
                  -d '{"client_name":"My first client","grant_types":["client_credentials"]}' "$REGISTRAR%5$s")
                echo "$CLIENT"
                CLIENT_URI=$(echo "$CLIENT" | sed 's/.*"registration_client_uri" *: *"\\([^"]*\\)".*/\\1/')
                CLIENT_TOKEN=$(echo "$CLIENT" | sed 's/.*"registration_access_token" *: *"\\([^"]*\\)".*/\\1/')
                curl -sS -H "Authorization: Bearer $CLIENT_TOKEN" "$CLIENT_URI"
                %6$s
                """.formatted(service, management, jdbcUrl, scope, registrationPath, END, reader(), BEGIN);
    }

    private String reader() {
        return jdbcUrl.equals(System.getProperty(DevelopmentMain.OWN_DATABASE))
                ? "   (as a reader: %s, password %s)"
                        .formatted(DevelopmentStore.READER.username(), DevelopmentStore.READER.password())
                : "";
    }
}
