package io.registrar.metadata.capability;

/** What the identity server can do is not known yet, because its discovery document could not be read. */
public class CapabilitiesUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param reason for the log */
    public CapabilitiesUnavailableException(String reason) {
        super(reason);
    }
}
