package io.registrar.testing;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import java.util.stream.Stream;

/** Typed settings as the application reads them, with their real defaults. */
public final class Settings {

    private Settings() {}

    /** @param besides what else the properties may be of: one that nobody knows is an error */
    public static <T> T of(Class<T> room, Map<String, String> properties, Class<?>... besides) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withMapping(room)
                .withSources(new PropertiesConfigSource(properties, "test", 500));
        Stream.of(besides).forEach(builder::withMapping);
        return builder.build().getConfigMapping(room);
    }
}
