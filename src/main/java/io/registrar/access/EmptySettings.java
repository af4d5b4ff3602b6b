package io.registrar.access;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/**
 * Settings that are there and say nothing. One without a value is read as one that is not there: an empty list of grants
 * would allow all of them, an empty scope would choose a policy for everybody.
 */
public final class EmptySettings {

    private EmptySettings() {}

    /**
     * Those of one room, sorted.
     *
     * @param inTheRoom which names are meant, as in files and as in the environment
     */
    public static List<String> of(Config config, Predicate<String> inTheRoom) {
        return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(inTheRoom)
                .filter(name -> {
                    String value = config.getConfigValue(name).getValue();
                    return value == null || value.isBlank();
                })
                .sorted()
                .toList();
    }
}
