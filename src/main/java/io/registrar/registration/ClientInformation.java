package io.registrar.registration;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.registrar.credential.IssuedCredentials;
import io.registrar.credential.IssuedSecret;
import io.registrar.credential.Secret;
import io.registrar.http.JsonAnswer;
import io.registrar.http.ServiceAddress;
import io.registrar.store.StoredClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/**
 * The client information response: what the service issued, then every registered value including defaults (RFC 7591
 * section 3.2.1, RFC 7592 section 3).
 */
@ApplicationScoped
public class ClientInformation {

    private final ServiceAddress address;

    ClientInformation(ServiceAddress address) {
        this.address = address;
    }

    /**
     * For a client that was given credentials just now.
     *
     * @param issued what it was given, in plaintext
     */
    public ClientInformationResponse issued(StoredClient client, IssuedCredentials issued) {
        return render(client, issued.secret().map(IssuedSecret::secret), issued.registrationAccessToken());
    }

    /**
     * For a client that reads its registration, or was given another token for it: the secret is not shown again.
     *
     * @param registrationAccessToken the token just presented, or the new one
     */
    public ClientInformationResponse read(StoredClient client, Secret registrationAccessToken) {
        return render(client, Optional.empty(), Optional.of(registrationAccessToken));
    }

    /**
     * For a client whose registration was replaced.
     *
     * @param secret a secret that was issued with it, in plaintext; empty where none was
     * @param registrationAccessToken the token just presented, or a new one that was issued with it
     */
    public ClientInformationResponse updated(
            StoredClient client, Optional<Secret> secret, Secret registrationAccessToken) {
        return render(client, secret, Optional.of(registrationAccessToken));
    }

    private ClientInformationResponse render(
            StoredClient client, Optional<Secret> secret, Optional<Secret> registrationAccessToken) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("client_id", client.clientId());
        body.put("client_id_issued_at", client.issuedAt().getEpochSecond());
        secret.ifPresent(it -> body.put("client_secret", it.reveal()));
        client.secret()
                .ifPresent(it -> body.put(
                        "client_secret_expires_at",
                        it.expiresAt().map(Instant::getEpochSecond).orElse(0L)));
        client.expiresAt().ifPresent(end -> body.put("client_expires_at", end.getEpochSecond()));
        registrationAccessToken.ifPresent(token -> {
            body.put("registration_client_uri", address.registrationClientUri(client.clientId()));
            body.put("registration_access_token", token.reveal());
        });
        body.setAll(client.metadata().toJson());
        return new ClientInformationResponse(client.clientId(), client.version(), JsonAnswer.render(body));
    }
}
