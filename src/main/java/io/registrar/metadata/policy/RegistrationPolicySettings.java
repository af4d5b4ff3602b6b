package io.registrar.metadata.policy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.Map;

/** The registration policies by name: what callers may register, beyond what the deployment admits. */
@ConfigMapping(prefix = "registrar.policies")
public interface RegistrationPolicySettings {

    /** Each by its name of lower-case letters, digits and hyphens; `default` is that of callers with no other. */
    @WithParentName
    Map<String, PolicySettings> byName();
}
