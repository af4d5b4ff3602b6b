package io.registrar.metadata.profile;

import com.fasterxml.jackson.databind.JsonNode;
import io.registrar.metadata.Demands;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.MetadataRule;
import io.registrar.metadata.RegistrationTerms;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All that is demanded of a client beyond the rules: by the deployment's profile, and by the policy under which it is
 * registered. What one of them refuses stays refused.
 */
public final class Tightenings implements Demands {

    /** Nothing beyond the rules. */
    public static final Tightenings NONE = new Tightenings(Set.of(), List.of());

    private final Set<Profile> profiles;
    private final List<Tightening> demands;

    private Tightenings(Set<Profile> profiles, List<Tightening> demands) {
        this.profiles = profiles;
        this.demands = demands;
    }

    /** Those of the deployment's profile, or none. */
    public static Tightenings of(Optional<Profile> profile) {
        return profile.map(name -> of(name, "the profile in force here")).orElse(NONE);
    }

    /**
     * Those of a profile.
     *
     * @param whose who demands it, as refusals name it
     */
    public static Tightenings of(Profile profile, String whose) {
        return new Tightenings(
                Set.of(profile), new ProfileDemands(whose).of(profile).toList());
    }

    /** These, in this order. */
    public static Tightenings of(List<? extends Tightening> demands) {
        return new Tightenings(Set.of(), List.copyOf(demands));
    }

    /** These and then those. */
    public Tightenings and(Tightenings others) {
        Set<Profile> both = EnumSet.noneOf(Profile.class);
        both.addAll(profiles);
        both.addAll(others.profiles);
        return new Tightenings(
                both, Stream.concat(demands.stream(), others.demands.stream()).toList());
    }

    @Override
    public Set<Profile> profiles() {
        return Set.copyOf(profiles);
    }

    @Override
    public boolean isFapi() {
        return profiles.stream().anyMatch(Profile::isFapi);
    }

    /** As rules. */
    public List<? extends MetadataRule> rules() {
        return demands;
    }

    /** What the default of a member becomes under them. */
    public Optional<JsonNode> defaultOf(MetadataField field, Optional<JsonNode> usual, RegistrationTerms terms) {
        Optional<JsonNode> value = usual;
        for (Tightening tightening : demands) {
            value = tightening.defaultOf(field, value, terms);
        }
        return value;
    }

    @Override
    public boolean permits(MetadataField field, String value) {
        return demands.stream().allMatch(tightening -> tightening.permits(field, value));
    }

    @Override
    public long most(MetadataField field, long usual) {
        long most = usual;
        for (Tightening tightening : demands) {
            most = tightening.most(field, most);
        }
        return most;
    }

    /** The scopes of a client that names none: the narrowest that was said last; empty for the usual. */
    @Override
    public Optional<List<String>> defaultScopes() {
        return demands.stream()
                .flatMap(tightening -> tightening.defaultScopes().stream())
                .reduce((earlier, later) -> later);
    }
}
