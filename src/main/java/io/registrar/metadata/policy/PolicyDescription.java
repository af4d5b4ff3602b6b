package io.registrar.metadata.policy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.registrar.metadata.Demands;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.MetadataFields;
import io.registrar.metadata.RegistrationTerms;
import io.registrar.metadata.capability.Capability;
import io.registrar.metadata.profile.Profile;
import io.registrar.metadata.uri.HostPatterns;
import io.registrar.metadata.value.IntegerRule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a policy leaves of what the deployment and its identity server admit, for a caller to read. */
final class PolicyDescription {

    private final RegistrationPolicy policy;
    private final RegistrationTerms terms;
    private final Demands demands;
    private final AdmittedValues admitted;

    PolicyDescription(RegistrationPolicy policy, RegistrationTerms terms) {
        this.policy = policy;
        this.terms = terms;
        this.demands = terms.demands();
        this.admitted = new AdmittedValues(terms);
    }

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("policy", policy.name());
        for (AllowedList list : AllowedList.values()) {
            json.set(list.wireName(), LimitsWriter.array(admitted.of(list)));
        }
        scopes().ifPresent(scopes -> json.set("scopes", LimitsWriter.array(scopes)));
        json.set(
                "default_scopes",
                LimitsWriter.array(usualScopes().filter(this::isAdmitted).toList()));
        redirectHosts().ifPresent(hosts -> json.set("redirect_hosts", LimitsWriter.array(hosts)));
        narrowest(PolicyLimits::uriHosts, Shared::hosts)
                .ifPresent(hosts -> json.set("uri_hosts", LimitsWriter.array(hosts)));
        json.set("maximum", maximum());
        Set<String> required = new LinkedHashSet<>();
        ObjectNode fixed = JsonNodeFactory.instance.objectNode();
        policy.layers().forEach(limits -> {
            limits.required().forEach(field -> required.add(field.name()));
            limits.fixed().forEach((field, value) -> fixed.set(field.name(), field.registered(value)));
        });
        json.set("required", LimitsWriter.array(required));
        json.set("fixed", fixed);
        json.set("profiles", LimitsWriter.array(profiles()));
        policy.quota().ifPresent(quota -> json.put("quota", quota));
        policy.rate().ifPresent(rate -> json.putObject("rate")
                .put("registrations", rate.registrations())
                .put("per_seconds", rate.per().toSeconds()));
        return json;
    }

    private Stream<String> usualScopes() {
        return policy
                .layers()
                .map(limits -> limits.fixed().get(MetadataFields.SCOPE))
                .filter(Objects::nonNull)
                .map(scope -> MemberValues.texts(MetadataFields.SCOPE, scope))
                .findFirst()
                .or(demands::defaultScopes)
                .or(() -> terms.policy().defaultScopes())
                .stream()
                .flatMap(List::stream);
    }

    /** By name where the deployment knows its scopes, else as the policy has them. */
    private Optional<List<String>> scopes() {
        Optional<List<String>> known = terms.capabilities().of(Capability.SCOPES);
        return known.isPresent()
                ? known.map(scopes -> scopes.stream().filter(this::isAdmitted).toList())
                : narrowest(PolicyLimits::scopes, Shared::scopes);
    }

    private boolean isAdmitted(String scope) {
        return terms.supports(Capability.SCOPES, scope)
                && !terms.reservedScopes().contains(scope)
                && demands.permits(MetadataFields.SCOPE, scope);
    }

    private Optional<List<String>> redirectHosts() {
        Optional<List<String>> own = narrowest(PolicyLimits::redirectHosts, Shared::hosts);
        Optional<List<String>> all = terms.policy().allowedRedirectHosts();
        Optional<List<String>> both = own.isPresent() && all.isPresent()
                ? Optional.of(Shared.hosts(own.get(), withSchemes(all.get(), own.get())))
                : own.or(() -> all);
        List<String> denied = terms.policy().deniedRedirectHosts().orElse(List.of());
        return both.map(hosts -> hosts.stream()
                .filter(host -> !HostPatterns.matches(denied, host.toLowerCase(Locale.ROOT)))
                .toList());
    }

    // The hosts of the deployment say nothing of private-use schemes.
    private static List<String> withSchemes(List<String> hosts, List<String> targets) {
        return Stream.concat(hosts.stream(), targets.stream().filter(target -> target.endsWith(":")))
                .toList();
    }

    /** What all of several lists admit, where there is one. */
    private Optional<List<String>> narrowest(
            Function<PolicyLimits, Optional<List<String>>> list, BinaryOperator<List<String>> shared) {
        return policy.layers().flatMap(limits -> list.apply(limits).stream()).reduce(shared);
    }

    private ObjectNode maximum() {
        ObjectNode maximum = JsonNodeFactory.instance.objectNode();
        for (MetadataField field : MetadataFields.all()) {
            if (field.value() instanceof IntegerRule number && field.isOffered(terms.policy())) {
                long usual = Optional.ofNullable(number.greatest())
                        .map(limit -> limit.in(terms.policy()))
                        .map(Integer::longValue)
                        .orElse(Long.MAX_VALUE);
                maximum.put(field.name(), demands.most(field, usual));
            }
        }
        terms.policy().maxClientLifetime().ifPresent(most -> {
            String name = MetadataFields.CLIENT_LIFETIME.name();
            maximum.put(name, Math.min(most.toSeconds(), maximum.get(name).longValue()));
        });
        return maximum;
    }

    private List<String> profiles() {
        List<String> names = new ArrayList<>();
        for (Profile profile : Profile.values()) {
            if (demands.profiles().contains(profile)) {
                names.add(profile.settingName());
            }
        }
        return names;
    }
}
