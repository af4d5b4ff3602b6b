package io.registrar.store;

import io.registrar.credential.CredentialKind;
import io.registrar.credential.InitialAccessToken;
import io.registrar.credential.Owner;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Row of {@code registrar.initial_access_token}; the columns are described in the migration. */
@Entity
@Table(name = "initial_access_token", schema = "registrar")
class InitialAccessTokenEntity {

    @Id
    String id;

    @Column(updatable = false)
    byte[] digest;

    @Column(updatable = false)
    String label;

    @Column(updatable = false)
    String policy;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    String limits;

    @Column(updatable = false)
    String tenant;

    @Column(name = "max_uses", updatable = false)
    int maxUses;

    int uses;

    @Column(name = "issuer_kind", updatable = false)
    String issuerKind;

    @Column(name = "issuer_issuer", updatable = false)
    String issuerIssuer;

    @Column(name = "issuer_subject", updatable = false)
    String issuerSubject;

    @Column(name = "issuer_client_id", updatable = false)
    String issuerClientId;

    @Column(name = "issuer_token_id", updatable = false)
    String issuerTokenId;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    @Column(name = "recorded_at", insertable = false, updatable = false)
    Instant recordedAt;

    @Column(name = "not_before", updatable = false)
    Instant notBefore;

    @Column(name = "expires_at", updatable = false)
    Instant expiresAt;

    @Column(name = "revoked_at")
    Instant revokedAt;

    static InitialAccessTokenEntity of(NewInitialAccessToken issued) {
        InitialAccessToken token = issued.token();
        InitialAccessTokenEntity row = new InitialAccessTokenEntity();
        row.id = token.id();
        row.digest = issued.secret().digest().octets();
        row.label = token.label();
        row.policy = token.policy();
        row.limits = token.limits().orElse(null);
        row.tenant = token.tenant();
        row.maxUses = token.maxUses();
        row.issuerKind = token.issuedBy().kind().wireName();
        row.issuerIssuer = token.issuedBy().issuer().orElse(null);
        row.issuerSubject = token.issuedBy().subject().orElse(null);
        row.issuerClientId = token.issuedBy().clientId().orElse(null);
        row.issuerTokenId = issued.issuedBy().tokenId().orElse(null);
        row.createdAt = token.createdAt();
        row.notBefore = token.notBefore().orElse(null);
        row.expiresAt = token.expiresAt();
        return row;
    }

    InitialAccessToken asToken() {
        return new InitialAccessToken(
                id,
                label,
                policy,
                Optional.ofNullable(limits),
                tenant,
                maxUses,
                uses,
                new Owner(
                        CredentialKind.of(issuerKind),
                        Optional.ofNullable(issuerIssuer),
                        Optional.ofNullable(issuerSubject),
                        Optional.ofNullable(issuerClientId)),
                createdAt,
                Optional.ofNullable(notBefore),
                expiresAt,
                Optional.ofNullable(revokedAt));
    }
}
