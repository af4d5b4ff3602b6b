package io.registrar.store;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.registrar.audit.AuditEvent;
import io.registrar.credential.CredentialKind;
import io.registrar.credential.IssuedCredentials;
import io.registrar.credential.IssuedSecret;
import io.registrar.credential.Owner;
import io.registrar.credential.Secret;
import io.registrar.credential.SecretDigest;
import io.registrar.metadata.ClientMetadata;
import io.registrar.metadata.TrustTier;
import io.registrar.store.StoredClient.StoredSecret;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The store in PostgreSQL's schema {@code registrar}, written through Panache with the service's login. */
@ApplicationScoped
class PostgresClientConfigurationStore implements ClientConfigurationStore {

    private final ClientRepository clients;
    private final DatabaseOutage outage;

    PostgresClientConfigurationStore(ClientRepository clients, DatabaseOutage outage) {
        this.clients = clients;
        this.outage = outage;
    }

    @Override
    public <T> T register(NewClient newClient, Function<StoredClient, T> answer) {
        return inTransaction(() -> answer.apply(insert(newClient)));
    }

    private StoredClient insert(NewClient newClient) {
        ClientEntity row = rowOf(newClient);
        clients.persist(row);
        IssuedCredentials issued = newClient.credentials();
        issued.secret().ifPresent(secret -> clients.addSecret(row, secret, issued.issuedAt()));
        issued.registrationAccessToken()
                .ifPresent(token -> clients.addRegistrationAccessToken(row, token, issued.issuedAt()));
        clients.addEvent(AuditEventEntity.of(newClient.event()));
        return new StoredClient(
                row.clientId,
                newClient.owner().asOwner(),
                newClient.client().metadata(),
                newClient.client().tier(),
                row.policy,
                row.version,
                row.isProtected,
                row.createdAt,
                Optional.ofNullable(row.expiresAt),
                issued.secret().map(PostgresClientConfigurationStore::stored));
    }

    private static StoredSecret stored(IssuedSecret issued) {
        return new StoredSecret(issued.secret().digest(), issued.expiresAt(), false);
    }

    @Override
    public <T> Optional<T> replace(Replacement replacement, Function<StoredClient, T> answer) {
        return inTransaction(() -> swap(replacement).map(answer));
    }

    private Optional<StoredClient> swap(Replacement replacement) {
        String clientId = replacement.replaced().clientId();
        if (!isByValidToken(replacement) || !clients.replace(replacement)) {
            return Optional.empty();
        }
        replacement.token().ifPresent(token -> clients.rotateToken(clientId, token, replacement.at()));
        if (!replacement.client().needsSecret()) {
            clients.removeSecrets(clientId);
        }
        replacement.secret().ifPresent(secret -> {
            clients.retireSecrets(clientId, secret.previousUntil());
            clients.addSecret(clients.reference(clientId), secret.issued(), replacement.at());
        });
        clients.addEvent(AuditEventEntity.of(replacement.event()));
        return Optional.of(replaced(replacement));
    }

    // The client's row first: of two changes to its tokens the later one sees what the earlier one did.
    private boolean isByValidToken(Replacement replacement) {
        return replacement
                .token()
                .map(token -> clients.livingForUpdate(replacement.replaced().clientId())
                        .flatMap(client -> clients.boundTo(token.presented().octets()))
                        .isPresent())
                .orElse(true);
    }

    private static StoredClient replaced(Replacement replacement) {
        StoredClient before = replacement.replaced();
        Optional<StoredSecret> secret = replacement
                .secret()
                .map(issued -> stored(issued.issued()))
                .or(before::secret)
                .filter(kept -> replacement.client().needsSecret());
        return new StoredClient(
                before.clientId(),
                before.owner(),
                replacement.client().metadata(),
                before.tier(),
                before.policy(),
                before.version() + 1,
                before.isProtected(),
                before.issuedAt(),
                replacement.expiresAt(),
                secret);
    }

    @Override
    public boolean delete(StoredClient client, AuditEvent event) {
        return inTransaction(() -> {
            boolean deleted = clients.delete(client);
            if (deleted) {
                clients.addEvent(AuditEventEntity.of(event));
            }
            return deleted;
        });
    }

    @Override
    public Optional<StoredClient> find(String clientId) {
        return inTransaction(() -> clients.living(clientId).map(this::stored));
    }

    @Override
    public Optional<StoredClient> find(SecretDigest registrationAccessToken) {
        return inTransaction(
                () -> clients.boundTo(registrationAccessToken.octets()).map(this::stored));
    }

    @Override
    public <T> Optional<T> reissueToken(
            String clientId, Secret token, Instant at, AuditEvent event, Function<StoredClient, T> answer) {
        return inTransaction(() -> clients.livingForUpdate(clientId).map(row -> {
            clients.removeTokens(row);
            clients.addRegistrationAccessToken(row, token, at);
            clients.addEvent(AuditEventEntity.of(event));
            return answer.apply(stored(row));
        }));
    }

    @Override
    public Optional<String> clientOf(SecretDigest registrationAccessToken) {
        return inTransaction(() -> clients.clientOfRegistrationAccessToken(registrationAccessToken.octets()));
    }

    private StoredClient stored(ClientEntity row) {
        return new StoredClient(
                row.clientId,
                ownerOf(row),
                ClientMetadata.ofStored(row.metadata),
                TrustTier.valueOf(row.trustTier.toUpperCase(Locale.ROOT)),
                row.policy,
                row.version,
                row.isProtected,
                row.createdAt,
                Optional.ofNullable(row.expiresAt),
                clients.newestSecret(row));
    }

    private static Owner ownerOf(ClientEntity row) {
        return new Owner(
                CredentialKind.of(row.ownerKind),
                Optional.ofNullable(row.ownerIssuer),
                Optional.ofNullable(row.ownerSubject),
                Optional.ofNullable(row.ownerClientId));
    }

    private static ClientEntity rowOf(NewClient newClient) {
        ClientEntity row = new ClientEntity();
        row.clientId = newClient.credentials().clientId();
        row.metadata = newClient.client().metadata().toJsonText();
        row.ownerKind = newClient.owner().kind().wireName();
        row.ownerIssuer = newClient.owner().issuer().orElse(null);
        row.ownerSubject = newClient.owner().subject().orElse(null);
        row.ownerClientId = newClient.owner().clientId().orElse(null);
        row.trustTier = newClient.client().tier().name().toLowerCase(Locale.ROOT);
        row.policy = newClient.client().policy().name();
        row.tenant = "";
        row.version = 1;
        row.enabled = true;
        row.createdAt = newClient.credentials().issuedAt();
        row.updatedAt = row.createdAt;
        row.expiresAt = newClient.client().lifetime().map(row.createdAt::plus).orElse(null);
        return row;
    }

    private <T> T inTransaction(Supplier<T> work) {
        try {
            return QuarkusTransaction.requiringNew().call(work::get);
        } catch (RuntimeException failure) {
            throw outage.explain(failure);
        }
    }
}
