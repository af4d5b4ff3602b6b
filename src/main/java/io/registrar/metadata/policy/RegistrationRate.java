package io.registrar.metadata.policy;

import java.time.Duration;
import java.util.Objects;

/**
 * How fast one caller may register clients.
 *
 * @param registrations so many, at least one
 * @param per in that time
 */
public record RegistrationRate(int registrations, Duration per) {

    public RegistrationRate {
        Objects.requireNonNull(per);
    }
}
