package io.registrar.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** Row of {@code registrar.registration_access_token}. */
@Entity
@Table(name = "registration_access_token", schema = "registrar")
class RegistrationAccessTokenEntity extends HashedCredential {}
