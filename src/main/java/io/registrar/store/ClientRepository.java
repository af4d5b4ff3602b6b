package io.registrar.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.registrar.credential.IssuedSecret;
import io.registrar.credential.Secret;
import io.registrar.credential.SecretDigest;
import io.registrar.store.StoredClient.StoredSecret;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Queries over clients. Whether something has ended is asked of the database's clock ({@code instant} in HQL). */
@ApplicationScoped
class ClientRepository implements PanacheRepositoryBase<ClientEntity, Integer> {

    Optional<ClientEntity> living(String clientId) {
        return find("clientId = ?1 and (expiresAt is null or expiresAt > instant)", clientId)
                .firstResultOptional();
    }

    /** The one issued last: rotations of a client wait for one another, while the clocks that stamp them may differ. */
    Optional<StoredSecret> newestSecret(ClientEntity client) {
        return getEntityManager()
                .createQuery("""
                        select secret.digest, secret.expiresAt,
                          case when secret.expiresAt <= instant then true else false end
                        from ClientSecretEntity secret where secret.client = :client
                        order by secret.id desc
                        """, Object[].class)
                .setParameter("client", client)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(row -> new StoredSecret(
                        SecretDigest.of((byte[]) row[0]), Optional.ofNullable((Instant) row[1]), (Boolean) row[2]));
    }

    /** Whether the version meant was still there to be replaced. Nothing that an operator decides is written. */
    boolean replace(Replacement replacement) {
        StoredClient replaced = replacement.replaced();
        return getEntityManager()
                        .createQuery("""
                                update ClientEntity set metadata = :metadata, updatedAt = :at, expiresAt = :end,
                                  version = version + 1
                                where clientId = :clientId and version = :version
                                  and (expiresAt is null or expiresAt > instant)
                                """)
                        .setParameter(
                                "metadata", replacement.client().metadata().toJsonText())
                        .setParameter("at", replacement.at())
                        .setParameter("end", replacement.expiresAt().orElse(null))
                        .setParameter("clientId", replaced.clientId())
                        .setParameter("version", replaced.version())
                        .executeUpdate()
                == 1;
    }

    /** Whether the version meant was still there to be deleted. Its secrets and tokens go with it, by their foreign keys. */
    boolean delete(StoredClient client) {
        return delete(
                        "clientId = ?1 and version = ?2 and not isProtected"
                                + " and (expiresAt is null or expiresAt > instant)",
                        client.clientId(),
                        client.version())
                == 1;
    }

    /** For rows that belong to it. */
    ClientEntity reference(String clientId) {
        return find("clientId", clientId).firstResult();
    }

    void removeSecrets(String clientId) {
        getEntityManager()
                .createQuery("delete from ClientSecretEntity where client.clientId = :clientId")
                .setParameter("clientId", clientId)
                .executeUpdate();
    }

    /** The newest one stays until then, or its own end; the others go: two at most live with the next. */
    void retireSecrets(String clientId, Instant until) {
        List<Long> newestFirst = getEntityManager()
                .createQuery("""
                        select secret.id from ClientSecretEntity secret where secret.client.clientId = :clientId
                        order by secret.id desc
                        """, Long.class)
                .setParameter("clientId", clientId)
                .getResultList();
        if (!newestFirst.isEmpty()) {
            getEntityManager()
                    .createQuery("""
                            update ClientSecretEntity set expiresAt = :until
                            where id = :newest and (expiresAt is null or expiresAt > :until)
                            """)
                    .setParameter("until", until)
                    .setParameter("newest", newestFirst.get(0))
                    .executeUpdate();
        }
        if (newestFirst.size() > 1) {
            getEntityManager()
                    .createQuery("delete from ClientSecretEntity where id in :older")
                    .setParameter("older", newestFirst.subList(1, newestFirst.size()))
                    .executeUpdate();
        }
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
