package io.registrar.metadata.capability;

/** Where the capabilities of the identity server are known from. */
@FunctionalInterface
public interface CapabilitySource {

    /**
     * As they are known now.
     *
     * @throws CapabilitiesUnavailableException when they were never known: nothing can be judged then
     */
    Capabilities current();
}
