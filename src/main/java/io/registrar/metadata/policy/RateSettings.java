package io.registrar.metadata.policy;

import java.time.Duration;

/** How fast one caller may register clients under a policy. */
public interface RateSettings {

    /**
     * How many clients one caller may register in the time of `rate.per`; more is 429. Refused registrations do not count,
     * nor do validations. Each instance counts for itself.
     */
    int registrations();

    /** That time. */
    Duration per();
}
