package io.registrar.store;

/** A caller has as many live clients as its policy allows; nothing is stored. */
public final class QuotaExceededException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String policy;
    private final int quota;

    QuotaExceededException(String policy, int quota) {
        super("The quota of the policy " + policy + " is reached", null, false, false);
        this.policy = policy;
        this.quota = quota;
    }

    /** The policy's name. */
    public String policy() {
        return policy;
    }

    /** How many live clients it allows to one caller. */
    public int quota() {
        return quota;
    }
}
