package io.registrar.metadata.policy;

import java.time.Duration;

/** How fast one caller may register clients under a policy. */
public interface RateSettings {

    /** How many clients one caller may register in the time of `rate.per`. */
    int registrations();

    /** That time. */
    Duration per();
}
