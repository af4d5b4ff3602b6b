package io.registrar.store;

import io.registrar.credential.CredentialKind;
import io.registrar.credential.Owner;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Row of {@code registrar.client}; the columns are described in the migration. */
@Entity
@Table(name = "client", schema = "registrar")
class ClientEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Integer id;

    @Column(name = "client_id", updatable = false)
    String clientId;

    @JdbcTypeCode(SqlTypes.JSON)
    String metadata;

    @Column(name = "owner_kind", updatable = false)
    String ownerKind;

    @Column(name = "owner_issuer", updatable = false)
    String ownerIssuer;

    @Column(name = "owner_subject", updatable = false)
    String ownerSubject;

    @Column(name = "owner_client_id", updatable = false)
    String ownerClientId;

    @Column(name = "owner_token_id", updatable = false)
    String ownerTokenId;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    String limits;

    @Column(name = "trust_tier", updatable = false)
    String trustTier;

    @Column(name = "policy", updatable = false)
    String policy;

    String tenant;

    @Version
    Integer version;

    boolean enabled;

    @Column(name = "protected")
    boolean isProtected;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    @Column(name = "recorded_at", insertable = false, updatable = false)
    Instant recordedAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    Owner owner() {
        return new Owner(
                CredentialKind.of(ownerKind),
                Optional.ofNullable(ownerIssuer),
                Optional.ofNullable(ownerSubject),
                Optional.ofNullable(ownerClientId));
    }
}
