package io.registrar.metadata.policy;

import io.registrar.metadata.Follower;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.MetadataFields;
import io.registrar.metadata.profile.AllowedValues;
import io.registrar.metadata.profile.AtMost;
import io.registrar.metadata.profile.Tightening;
import io.registrar.metadata.profile.Tightenings;
import io.registrar.metadata.value.ResponseTypeRule;
import java.util.ArrayList;
import java.util.List;

/**
 * What sound limits demand of a client.
 *
 * @param whose whose limits these are, as refusals name it
 */
record LimitDemands(String whose) {

    Tightenings of(PolicyLimits limits) {
        List<Tightening> demands = new ArrayList<>();
        limits.required().forEach(field -> demands.add(new RequiredMember(field, whose)));
        limits.fixed().forEach((field, value) -> demands.add(new FixedValue(field, field.registered(value), whose)));
        // A default is not chosen from the list: a client that needs another one than the usual says so.
        limits.allowed()
                .forEach((list, values) ->
                        demands.add(AllowedValues.said(list.field(), registered(list.field(), values), whose)));
        limits.maximum().forEach((field, most) -> demands.add(new AtMost(field, most, whose)));
        limits.defaultScopes().ifPresent(scopes -> demands.add(new DefaultScopes(scopes)));
        limits.scopes()
                .map(scopes -> scopes.stream().map(ScopePattern::new).toList())
                .ifPresent(patterns -> demands.add(new AllowedScopes(patterns, whose)));
        for (Follower follower : Follower.values()) {
            limits.hosts(follower)
                    .ifPresent(hosts -> AllowedHosts.of(follower, hosts, whose).forEach(demands::add));
        }
        limits.uriHosts().ifPresent(hosts -> demands.add(AllowedKeyHosts.of(hosts, whose)));
        Tightenings own = Tightenings.of(demands);
        return limits.profile()
                .map(profile ->
                        own.and(Tightenings.of(profile, "the profile " + profile.settingName() + " of " + whose)))
                .orElse(own);
    }

    /** In the spelling in which values are registered: {@code code id_token} for {@code id_token code}. */
    static List<String> registered(MetadataField field, List<String> values) {
        return field == MetadataFields.RESPONSE_TYPES
                ? values.stream()
                        .map(value -> ResponseTypeRule.registered(value).orElse(value))
                        .toList()
                : values;
    }
}
