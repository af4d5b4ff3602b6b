package io.registrar.access;

/** Which registration policies there are, so that a setting cannot choose one that is not there. */
public interface PolicyNames {

    /** The policy of callers for whom nothing chooses another; always there. */
    String DEFAULT = "default";

    /** Whether a policy of that name is configured. */
    boolean isDefined(String policy);
}
