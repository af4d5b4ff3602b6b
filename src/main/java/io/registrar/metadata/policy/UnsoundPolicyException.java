package io.registrar.metadata.policy;

import java.util.List;

/** Settings of registration policies that cannot be meant; they stop the start. */
public final class UnsoundPolicyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    UnsoundPolicyException(List<String> problems) {
        super(String.join("; ", problems));
        this.problems = List.copyOf(problems);
    }

    /** Each with the name of its property and how to mend it; at least one. */
    public List<String> problems() {
        return problems;
    }
}
