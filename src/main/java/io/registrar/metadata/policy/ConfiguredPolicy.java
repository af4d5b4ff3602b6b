package io.registrar.metadata.policy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** One policy of the settings, checked. */
final class ConfiguredPolicy {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,63}");
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(31);

    private final String name;
    private final PolicySettings settings;
    private final Deployment deployment;

    ConfiguredPolicy(String name, PolicySettings settings, Deployment deployment) {
        this.name = name;
        this.settings = settings;
        this.deployment = deployment;
    }

    /**
     * The policy, empty when something is wrong with it.
     *
     * @param problems takes what is wrong
     */
    Optional<RegistrationPolicy> read(List<String> problems) {
        List<LimitProblem> found = new ArrayList<>();
        if (!NAME.matcher(name).matches()) {
            found.add(new LimitProblem(
                    "", "must be named by up to 64 lower-case letters, digits and hyphens, a letter first"));
        }
        PolicyLimits limits = new LimitsReader(found).read(new ConfiguredLimits(deployment).json(settings));
        Optional<RegistrationRate> rate = settings.rate().map(it -> new RegistrationRate(it.registrations(), it.per()));
        rate.ifPresent(it -> check(it, found));
        if (found.isEmpty()) {
            found.addAll(LimitsCheck.problems(limits, deployment));
        }
        found.forEach(problem -> problems.add(property(problem.path()) + " " + problem.why()));
        return found.isEmpty() ? Optional.of(RegistrationPolicy.of(name, limits, rate)) : Optional.empty();
    }

    private static void check(RegistrationRate rate, List<LimitProblem> found) {
        if (rate.registrations() < 1) {
            found.add(new LimitProblem("rate.registrations", "must be from 1"));
        }
        if (rate.per().compareTo(SHORTEST) < 0 || rate.per().compareTo(LONGEST) > 0) {
            found.add(new LimitProblem("rate.per", "must be from " + SHORTEST + " to " + LONGEST.toDays() + " days"));
        }
    }

    /** Members keep their names; settings are spelt with hyphens. */
    private String property(String path) {
        String room = "registrar.policies." + name;
        if (path.isEmpty()) {
            return room;
        }
        int dot = path.indexOf('.');
        String setting = (dot < 0 ? path : path.substring(0, dot)).replace('_', '-');
        return room + "." + setting + (dot < 0 ? "" : path.substring(dot));
    }
}
