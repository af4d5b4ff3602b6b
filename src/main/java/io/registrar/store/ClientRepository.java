package io.registrar.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.registrar.credential.Caller;
import io.registrar.credential.IssuedSecret;
import io.registrar.credential.Owner;
import io.registrar.credential.Secret;
import io.registrar.credential.SecretDigest;
import io.registrar.store.Replacement.NewToken;
import io.registrar.store.StoredClient.StoredSecret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Queries over clients. Whether something has ended is asked of the database's clock ({@code instant} in HQL). */
@ApplicationScoped
class ClientRepository implements PanacheRepositoryBase<ClientEntity, Integer> {

    private static final String LIVING_TOKEN = """
            from RegistrationAccessTokenEntity token
            where token.digest = :digest
              and (token.expiresAt is null or token.expiresAt > instant)
              and (token.client.expiresAt is null or token.client.expiresAt > instant)
            """;

    Optional<ClientEntity> living(String clientId) {
        return find("clientId = ?1 and (expiresAt is null or expiresAt > instant)", clientId)
                .firstResultOptional();
    }

    Optional<ClientEntity> livingForUpdate(String clientId) {
        return find("clientId = ?1 and (expiresAt is null or expiresAt > instant)", clientId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /**
     * Makes everybody else who counts by that key wait until the end of this transaction, and the few whose key has the
     * same row. One row a transaction, so that nobody waits for each other; no other login can lock it.
     */
    void lockQuota(String key) {
        getEntityManager()
                .createNativeQuery(
                        "select 1 from registrar.quota_lock where slot = hashtextextended(:key, 0) & 1023 for update",
                        Integer.class)
                .setParameter("key", key)
                .getSingleResult();
    }

    /** How many clients of that owner live under that policy. */
    long countLiving(Owner owner, String policy) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("policy", policy);
        return count(
                "policy = :policy and (expiresAt is null or expiresAt > instant) and "
                        + OwnerCondition.of(owner, parameters),
                parameters);
    }

    List<ClientEntity> page(Optional<Owner> owner, PageRequest page) {
        Map<String, Object> parameters = new HashMap<>();
        String owned = owner.map(whose -> " and " + OwnerCondition.of(whose, parameters))
                .orElse("");
        return find(
                        PageCondition.of("clientId", page, parameters)
                                + " and (expiresAt is null or expiresAt > instant)" + owned,
                        PageCondition.order("clientId"),
                        parameters)
                .range(0, page.limit())
                .list();
    }

    Optional<ClientEntity> boundTo(byte[] registrationAccessToken) {
        return getEntityManager()
                .createQuery("select token.client " + LIVING_TOKEN, ClientEntity.class)
                .setParameter("digest", registrationAccessToken)
                .getResultStream()
                .findFirst();
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

    /** Whether the version meant was still there to be disabled or enabled. */
    boolean setEnabled(ClientRecord client, boolean enabled) {
        return update(
                        "enabled = ?1, version = version + 1 where clientId = ?2 and version = ?3"
                                + " and (expiresAt is null or expiresAt > instant)",
                        enabled,
                        client.clientId(),
                        client.version())
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

    Optional<Caller> callerOf(byte[] registrationAccessToken) {
        return getEntityManager()
                .createQuery("select token.client.clientId, token.client.policy " + LIVING_TOKEN, Object[].class)
                .setParameter("digest", registrationAccessToken)
                .getResultStream()
                .findFirst()
                .map(row -> Caller.client(Optional.of((String) row[0]), Optional.of((String) row[1])));
    }

    /**
     * Adds a token in the place of the presented one, which stays valid for its grace. All others go with it, unless a
     * new one was in its place already: then this is the same request once more, and either answer may be the lost one.
     */
    void rotateToken(NewToken token, Instant at) {
        RegistrationAccessTokenEntity presented = getEntityManager()
                .createQuery(LIVING_TOKEN, RegistrationAccessTokenEntity.class)
                .setParameter("digest", token.presented().octets())
                .getSingleResult();
        if (presented.expiresAt == null) {
            endTokens(presented.client, token.previousUntil(), at);
        }
        addRegistrationAccessToken(presented.client, token.issued(), at);
    }

    private void endTokens(ClientEntity client, Instant until, Instant now) {
        if (!until.isAfter(now)) {
            removeTokens(client);
            return;
        }
        getEntityManager()
                .createQuery(
                        "delete from RegistrationAccessTokenEntity where client = :client and expiresAt <= instant")
                .setParameter("client", client)
                .executeUpdate();
        getEntityManager()
                .createQuery("""
                        update RegistrationAccessTokenEntity set expiresAt = :until
                        where client = :client and (expiresAt is null or expiresAt > :until)
                        """)
                .setParameter("until", until)
                .setParameter("client", client)
                .executeUpdate();
    }

    void removeTokens(ClientEntity client) {
        getEntityManager()
                .createQuery("delete from RegistrationAccessTokenEntity where client = :client")
                .setParameter("client", client)
                .executeUpdate();
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
}
