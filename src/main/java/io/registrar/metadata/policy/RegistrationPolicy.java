package io.registrar.metadata.policy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.registrar.metadata.RegistrationTerms;
import io.registrar.metadata.profile.Tightenings;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Bounds what a caller may register, and for its whole life each client that was registered under it. A policy only ever
 * narrows what the deployment admits. Immutable.
 */
public final class RegistrationPolicy {

    /** The name of the policy of callers for whom none is chosen. */
    public static final String DEFAULT = "default";

    /** That policy where nothing is configured: no bound. */
    public static final RegistrationPolicy UNBOUNDED =
            new RegistrationPolicy(DEFAULT, PolicyLimits.NONE, Optional.empty(), Optional.empty());

    private final String name;
    private final PolicyLimits configured;
    private final Optional<PolicyLimits> narrowing;
    private final Optional<RegistrationRate> rate;
    private final Tightenings demands;

    private RegistrationPolicy(
            String name, PolicyLimits configured, Optional<PolicyLimits> narrowing, Optional<RegistrationRate> rate) {
        this.name = Objects.requireNonNull(name);
        this.configured = Objects.requireNonNull(configured);
        this.narrowing = narrowing;
        this.rate = Objects.requireNonNull(rate);
        Tightenings own = new LimitDemands("the policy " + name).of(configured);
        this.demands = narrowing
                .map(limits -> own.and(new LimitDemands("the limits within the policy " + name).of(limits)))
                .orElse(own);
    }

    static RegistrationPolicy of(String name, PolicyLimits configured, Optional<RegistrationRate> rate) {
        return new RegistrationPolicy(name, configured, Optional.empty(), rate);
    }

    /**
     * The same policy with further limits, which are all demanded beside its own: what it refuses stays refused.
     *
     * @throws IllegalStateException when it was narrowed before: a client has one set of limits
     */
    public RegistrationPolicy narrowedBy(PolicyLimits limits) {
        if (narrowing.isPresent()) {
            throw new IllegalStateException("the policy " + name + " is narrowed already");
        }
        return new RegistrationPolicy(name, configured, Optional.of(limits), rate);
    }

    /** Its name in the configuration; with {@link #limits} all that must be kept to find it again. */
    public String name() {
        return name;
    }

    /** The limits that narrow it, to be kept with a client; empty for the policy as it is configured. */
    public Optional<PolicyLimits> limits() {
        return narrowing;
    }

    /** What it demands of a client beyond the rules. */
    public Tightenings demands() {
        return demands;
    }

    /** Whether it leaves all to the rules and the deployment; it may still count clients. */
    public boolean demandsNothing() {
        return demands.rules().isEmpty();
    }

    /** The most live clients that one caller may have under it: the smaller of two; empty for any number. */
    public Optional<Integer> quota() {
        return layers().flatMap(limits -> limits.quota().stream()).min(Integer::compare);
    }

    /** How fast one caller may register under it; empty for as fast as everybody. */
    public Optional<RegistrationRate> rate() {
        return rate;
    }

    /**
     * What a caller may register under it, as JSON: what is listed may still fall to a rule of the reference, and what is
     * not listed is refused.
     *
     * @param terms what the deployment and its identity server admit
     */
    public ObjectNode describe(RegistrationTerms terms) {
        return new PolicyDescription(this, terms).json();
    }

    /** Its limits, those of the configuration first. */
    Stream<PolicyLimits> layers() {
        return Stream.concat(Stream.of(configured), narrowing.stream());
    }
}
