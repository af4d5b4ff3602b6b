package io.registrar.clients;

import io.registrar.access.Reach;
import io.registrar.audit.AuditEvent;
import io.registrar.audit.AuditEvent.Origin;
import io.registrar.credential.Caller;
import io.registrar.credential.Secret;
import io.registrar.registration.ClientInformation;
import io.registrar.registration.ClientInformationResponse;
import io.registrar.registration.CredentialIssuer;
import io.registrar.store.ClientConfigurationStore;
import io.registrar.store.StoredClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Gives a client another registration access token in the place of a lost one. What is lost may have been found by
 * somebody: all that the client had end at once.
 */
@ApplicationScoped
class TokenReissue {

    private final ClientConfigurationStore store;
    private final CredentialIssuer issuer;
    private final ClientInformation information;
    private final Clock clock;

    TokenReissue(ClientConfigurationStore store, CredentialIssuer issuer, ClientInformation information, Clock clock) {
        this.store = store;
        this.issuer = issuer;
        this.information = information;
        this.clock = clock;
    }

    /**
     * The client's registration, with the new token.
     *
     * @param reach which clients the caller may do this to
     * @throws NotFoundException when there is no such client, or it is out of the caller's reach
     */
    ClientInformationResponse reissue(String clientId, Caller caller, Reach reach, Origin origin) {
        StoredClient client = store.find(clientId)
                .filter(found -> reach.includes(found.owner()))
                .orElseThrow(NotFoundException::new);
        Secret token = issuer.issueRegistrationAccessToken();
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        AuditEvent event = AuditEvent.tokenReissued(client.clientId(), now, caller, origin);
        return store.reissueToken(client.clientId(), token, now, event, stored -> information.read(stored, token))
                .orElseThrow(NotFoundException::new);
    }
}
