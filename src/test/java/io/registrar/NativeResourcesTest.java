package io.registrar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.ibm.icu.text.SpoofChecker;
import io.registrar.metadata.name.ProtectedName;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A native image has the resources that it is told of and no others. */
class NativeResourcesTest {

    private static final String ICU = "com/ibm/icu/";

    /** Loads everything anew, and remembers what is read of ICU4J beside classes. */
    private static final class Recorder extends URLClassLoader {

        private final Set<String> read = new TreeSet<>();

        Recorder(URL... places) {
            super(places, ClassLoader.getPlatformClassLoader());
        }

        @Override
        public URL findResource(String name) {
            URL found = super.findResource(name);
            if (found != null && name.startsWith(ICU) && !name.endsWith(".class")) {
                read.add(name);
            }
            return found;
        }
    }

    @Test
    void itIsToldOfAllThatIsReadOfIcu() throws Exception {
        // Letters of every kind, with parts, in both cases, not seen, accented.
        String name = "A\u0412\uFDFA\u3164e\u0301\u0927\u200D1 |";
        try (Recorder loader = new Recorder(placeOf(ProtectedName.class), placeOf(SpoofChecker.class))) {
            Class<?> fresh = loader.loadClass(ProtectedName.class.getName());
            Object known = fresh.getMethod("of", String.class).invoke(null, name);
            assertEquals(
                    true,
                    fresh.getMethod("isAnyIn", String.class, List.class).invoke(null, "My " + name, List.of(known)));
            assertEquals(included(), loader.read);
        }
    }

    private static URL placeOf(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }

    private static Set<String> included() throws IOException {
        Properties settings = new Properties();
        try (InputStream file = NativeResourcesTest.class.getResourceAsStream("/application.properties")) {
            settings.load(file);
        }
        return Stream.of(settings.getProperty("quarkus.native.resources.includes")
                        .split(","))
                .filter(resource -> resource.startsWith(ICU))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
