package io.registrar.registration;

import io.github.bucket4j.TimeMeter;
import io.registrar.audit.AuditEvent.Origin;
import io.registrar.credential.Caller;
import io.registrar.credential.Owner;
import io.registrar.http.TooManyRequestsException;
import io.registrar.limits.Allowance;
import io.registrar.limits.Source;
import io.registrar.metadata.policy.RegistrationPolicy;
import io.registrar.metadata.policy.RegistrationRate;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * How fast callers register under their policies, counted on this instance. What counts is what is registered: a refused
 * registration takes nothing from its caller.
 */
@Singleton
class RegistrationRates {

    /** A caller, whichever of its tokens it shows; one that does not say who it is, by the network it comes from. */
    private record Registrant(Owner owner, Optional<String> network) {

        static Registrant of(Caller caller, Origin origin) {
            Owner owner = caller.asOwner();
            return new Registrant(
                    owner,
                    origin.sourceAddress()
                            .filter(address -> !owner.isSomebody())
                            .map(address -> Source.of(address).network()));
        }
    }

    private final TimeMeter clock;
    private final Map<String, Allowance<Registrant>> allowances = new ConcurrentHashMap<>();

    @Inject
    RegistrationRates() {
        this(TimeMeter.SYSTEM_NANOTIME);
    }

    RegistrationRates(TimeMeter clock) {
        this.clock = clock;
    }

    /**
     * Has a client registered within the policy's rate.
     *
     * @param registration stores it, or throws
     * @throws TooManyRequestsException when the caller must wait; nothing was done then
     */
    <T> T within(RegistrationPolicy policy, Caller caller, Origin origin, Supplier<T> registration) {
        return policy.rate()
                .map(rate -> within(policy.name(), rate, Registrant.of(caller, origin), registration))
                .orElseGet(registration);
    }

    private <T> T within(String policy, RegistrationRate rate, Registrant registrant, Supplier<T> registration) {
        Allowance<Registrant> allowance =
                allowances.computeIfAbsent(policy, name -> new Allowance<>(rate.registrations(), rate.per(), clock));
        // Taken before, so that registrations at the same moment are not all within it.
        allowance.take(registrant, 1).ifPresent(wait -> {
            throw new TooManyRequestsException(
                    wait,
                    "The policy " + policy + " allows one caller " + rate.registrations() + " registrations in "
                            + rate.per() + "; send the request again later");
        });
        try {
            return registration.get();
        } catch (RuntimeException refused) {
            allowance.giveBack(registrant);
            throw refused;
        }
    }
}
