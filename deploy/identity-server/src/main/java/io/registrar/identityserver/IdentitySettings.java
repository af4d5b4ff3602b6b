package io.registrar.identityserver;

import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** What {@code application.properties} and the environment say about this server. */
@ConfigurationProperties("identity")
record IdentitySettings(
        URI issuer,
        Registration registration,
        Pipeline pipeline,
        @Nullable Operator operator,
        Demo demo,
        @DefaultValue Keys keys) {

    /**
     * Where clients are registered.
     *
     * @param audience what a token for that place must name
     * @param scope what a token for registering there must have
     * @param operatorScope what a token of its operators must have
     */
    record Registration(URI endpoint, String audience, String scope, String operatorScope) {

        boolean isFor(Set<String> scopes) {
            return scopes.contains(scope) || scopes.contains(operatorScope);
        }
    }

    /** The client that registers the others. */
    record Pipeline(@DefaultValue("ci-pipeline") String id, String secret) {}

    /** The client that may do with Registrar what operators may. */
    record Operator(@DefaultValue("operator") String id, String secret) {}

    /** The one user that can sign in. */
    record Demo(String username, String password) {}

    /** @param file where the signing key is kept; null: each start makes a new one */
    record Keys(@Nullable Path file) {}
}
