package io.registrar.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** Row of {@code registrar.client_secret}. */
@Entity
@Table(name = "client_secret", schema = "registrar")
class ClientSecretEntity extends HashedCredential {}
