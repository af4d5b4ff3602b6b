package io.registrar.metadata.policy;

import java.time.Duration;

/** How fast one caller may register clients under a policy. */
public interface RateSettings {

    /** So many clients may one caller register in the time below. */
    int registrations();

    /** The time in which it may. */
    Duration per();
}
