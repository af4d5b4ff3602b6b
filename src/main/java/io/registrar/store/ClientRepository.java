package io.registrar.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.registrar.credential.IssuedSecret;
import io.registrar.credential.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** Queries over clients. Whether something has ended is asked of the database's clock ({@code instant} in HQL). */
@ApplicationScoped
class ClientRepository implements PanacheRepositoryBase<ClientEntity, Integer> {

    Optional<ClientEntity> living(String clientId) {
        return find("clientId = ?1 and (expiresAt is null or expiresAt > instant)", clientId)
                .firstResultOptional();
    }

    Optional<ClientSecretEntity> newestSecret(ClientEntity client) {
        return getEntityManager()
                .createQuery(
                        "from ClientSecretEntity where client = :client order by createdAt desc, id desc",
                        ClientSecretEntity.class)
                .setParameter("client", client)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    Optional<String> clientOfRegistrationAccessToken(byte[] digest) {
        return getEntityManager()
                .createQuery("""
                        select token.client.clientId from RegistrationAccessTokenEntity token
                        where token.digest = :digest
                          and (token.expiresAt is null or token.expiresAt > instant)
                          and (token.client.expiresAt is null or token.client.expiresAt > instant)
                        """, String.class)
                .setParameter("digest", digest)
                .getResultStream()
                .findFirst();
    }

    void addSecret(ClientEntity client, IssuedSecret issued, Instant createdAt) {
        ClientSecretEntity row = new ClientSecretEntity();
        row.expiresAt = issued.expiresAt().orElse(null);
        add(row, client, issued.secret(), createdAt);
    }

    void addRegistrationAccessToken(ClientEntity client, Secret token, Instant createdAt) {
        add(new RegistrationAccessTokenEntity(), client, token, createdAt);
    }

    private void add(HashedCredential row, ClientEntity client, Secret secret, Instant createdAt) {
        row.client = client;
        row.digest = secret.digest().octets();
        row.createdAt = createdAt;
        getEntityManager().persist(row);
    }

    void addEvent(AuditEventEntity row) {
        getEntityManager().persist(row);
    }
}
