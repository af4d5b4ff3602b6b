package io.registrar.store;

import io.registrar.audit.AuditEvent;
import io.registrar.credential.Caller;
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

/** The store in PostgreSQL's schema {@code registrar}, written through Panache with the service's login. */
@ApplicationScoped
class PostgresClientConfigurationStore implements ClientConfigurationStore {

    private final ClientRepository clients;
    private final InitialAccessTokenRepository tokens;
    private final AuditLog audit;
    private final Transactions transactions;

    PostgresClientConfigurationStore(
            ClientRepository clients, InitialAccessTokenRepository tokens, AuditLog audit, Transactions transactions) {
        this.clients = clients;
        this.tokens = tokens;
        this.audit = audit;
        this.transactions = transactions;
    }

    @Override
    public <T> T register(NewClient newClient, Function<StoredClient, T> answer) {
        return transactions.run(() -> {
            newClient.client().policy().quota().ifPresent(quota -> checkQuota(newClient, quota));
            T answered = answer.apply(insert(newClient));
            newClient.initialAccessToken().ifPresent(this::use);
            return answered;
        });
    }

    // Counted under a lock: of registrations at the same moment each sees what the ones before it left.
    private void checkQuota(NewClient newClient, int quota) {
        Owner owner = newClient.owner().asOwner();
        String policy = newClient.client().policy().name();
        clients.lockQuota(quotaKey(policy, owner));
        if (clients.countLiving(owner, policy) >= quota) {
            throw new QuotaExceededException(policy, quota);
        }
    }

    // Spelled out, so that two releases that run side by side mean the same; blanks are in none of the first two.
    private static String quotaKey(String policy, Owner owner) {
        return String.join(
                " ",
                policy,
                owner.kind().wireName(),
                owner.issuer().orElse(""),
                owner.subject().orElse(""),
                owner.clientId().orElse(""));
    }

    // The last statement, all others written out before: who registers with the same token waits for a commit, no more.
    private void use(String initialAccessToken) {
        clients.flush();
        if (!tokens.use(initialAccessToken)) {
            throw new InitialAccessTokenSpentException();
        }
    }

    private StoredClient insert(NewClient newClient) {
        ClientEntity row = rowOf(newClient);
        clients.persist(row);
        IssuedCredentials issued = newClient.credentials();
        issued.secret().ifPresent(secret -> clients.addSecret(row, secret, issued.issuedAt()));
        issued.registrationAccessToken()
                .ifPresent(token -> clients.addRegistrationAccessToken(row, token, issued.issuedAt()));
        audit.add(newClient.event().at(row.version));
        return new StoredClient(
                row.clientId,
                newClient.owner().asOwner(),
                newClient.client().metadata(),
                newClient.client().tier(),
                row.policy,
                Optional.ofNullable(row.limits),
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
        return transactions.run(() -> swap(replacement).map(answer));
    }

    private Optional<StoredClient> swap(Replacement replacement) {
        String clientId = replacement.replaced().clientId();
        if (!isByValidToken(replacement) || !clients.replace(replacement)) {
            return Optional.empty();
        }
        replacement.token().ifPresent(token -> clients.rotateToken(token, replacement.at()));
        if (!replacement.client().needsSecret()) {
            clients.removeSecrets(clientId);
        }
        replacement.secret().ifPresent(secret -> {
            clients.retireSecrets(clientId, secret.previousUntil());
            clients.addSecret(clients.reference(clientId), secret.issued(), replacement.at());
        });
        StoredClient replaced = replaced(replacement);
        audit.add(replacement.event().at(replaced.version()));
        return Optional.of(replaced);
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
                before.limits(),
                before.version() + 1,
                before.isProtected(),
                before.issuedAt(),
                replacement.expiresAt(),
                secret);
    }

    @Override
    public boolean delete(StoredClient client, AuditEvent event) {
        return transactions.run(() -> {
            boolean deleted = clients.delete(client);
            if (deleted) {
                audit.add(event.at(client.version()));
            }
            return deleted;
        });
    }

    @Override
    public Optional<StoredClient> find(String clientId) {
        return transactions.run(() -> clients.living(clientId).map(this::stored));
    }

    @Override
    public Optional<StoredClient> find(SecretDigest registrationAccessToken) {
        return transactions.run(
                () -> clients.boundTo(registrationAccessToken.octets()).map(this::stored));
    }

    @Override
    public <T> Optional<T> reissueToken(
            String clientId, Secret token, Instant at, AuditEvent event, Function<StoredClient, T> answer) {
        return transactions.run(() -> clients.livingForUpdate(clientId).map(row -> {
            clients.removeTokens(row);
            clients.addRegistrationAccessToken(row, token, at);
            audit.add(event.at(row.version));
            return answer.apply(stored(row));
        }));
    }

    @Override
    public Optional<Caller> callerOf(SecretDigest registrationAccessToken) {
        return transactions.run(() -> clients.callerOf(registrationAccessToken.octets()));
    }

    private StoredClient stored(ClientEntity row) {
        return new StoredClient(
                row.clientId,
                row.owner(),
                ClientMetadata.ofStored(row.metadata),
                TrustTier.valueOf(row.trustTier.toUpperCase(Locale.ROOT)),
                row.policy,
                Optional.ofNullable(row.limits),
                row.version,
                row.isProtected,
                row.createdAt,
                Optional.ofNullable(row.expiresAt),
                clients.newestSecret(row));
    }

    private static ClientEntity rowOf(NewClient newClient) {
        ClientEntity row = new ClientEntity();
        row.clientId = newClient.credentials().clientId();
        row.metadata = newClient.client().metadata().toJsonText();
        row.ownerKind = newClient.owner().kind().wireName();
        row.ownerIssuer = newClient.owner().issuer().orElse(null);
        row.ownerSubject = newClient.owner().subject().orElse(null);
        row.ownerClientId = newClient.owner().clientId().orElse(null);
        row.ownerTokenId = newClient.owner().tokenId().orElse(null);
        row.trustTier = newClient.client().tier().name().toLowerCase(Locale.ROOT);
        row.policy = newClient.client().policy().name();
        row.limits = newClient
                .client()
                .policy()
                .limits()
                .map(limits -> limits.toJson().toString())
                .orElse(null);
        row.tenant = newClient.tenant();
        row.version = 1;
        row.enabled = true;
        row.createdAt = newClient.credentials().issuedAt();
        row.updatedAt = row.createdAt;
        row.expiresAt = newClient.client().lifetime().map(row.createdAt::plus).orElse(null);
        return row;
    }
}
