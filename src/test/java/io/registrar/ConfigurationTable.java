package io.registrar;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import io.smallrye.config.common.utils.StringUtil;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Renders typed settings as a table: property, default, and the Javadoc of its method as the meaning. */
final class ConfigurationTable {

    private final TreeMap<String, String> rows = new TreeMap<>();

    private ConfigurationTable() {}

    static String of(List<Class<?>> rooms) {
        ConfigurationTable table = new ConfigurationTable();
        rooms.forEach(room -> table.add(room.getAnnotation(ConfigMapping.class).prefix(), room));
        return "| Property | Default | Meaning |\n|---|---|---|\n" + String.join("", table.rows.values());
    }

    private void add(String prefix, Class<?> room) {
        for (Method setting : room.getMethods()) {
            Optional<Class<?>> inner = roomIn(setting);
            String property = prefix + name(setting, inner);
            inner.ifPresentOrElse(it -> add(property, it), () -> rows.put(property, row(property, setting)));
        }
    }

    private static String name(Method setting, Optional<Class<?>> inner) {
        String name =
                setting.isAnnotationPresent(WithParentName.class) ? "" : "." + StringUtil.skewer(setting.getName());
        if (setting.getReturnType() == List.class && inner.isPresent()) {
            return name + "[]";
        }
        return setting.getReturnType() == Map.class && inner.isPresent() ? name + ".<name>" : name;
    }

    /** The room that a setting holds: itself, perhaps, or by name. */
    private static Optional<Class<?>> roomIn(Method setting) {
        Type type = setting.getGenericReturnType();
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            type = arguments[arguments.length - 1];
        }
        return type instanceof Class<?> room
                        && room.isInterface()
                        && room.getName().startsWith("io.registrar")
                ? Optional.of(room)
                : Optional.empty();
    }

    private static String row(String property, Method setting) {
        WithDefault usual = setting.getAnnotation(WithDefault.class);
        String value = usual == null ? "" : "`" + usual.value().replace(",", ", ") + "`";
        return "| `%s` | %s | %s |\n".formatted(property, value, meaning(setting));
    }

    private static String meaning(Method setting) {
        Matcher comment = Pattern.compile(
                        "/\\*\\*((?:[^*]|\\*(?!/))*+)\\*/\\s+(?:@WithDefault\\([^)]*\\)\\s+)?[A-Za-z<>., ]+ "
                                + setting.getName() + "\\(\\);")
                .matcher(sourceOf(setting.getDeclaringClass()));
        if (!comment.find()) {
            throw new IllegalStateException(setting + " has no Javadoc");
        }
        return comment.group(1)
                .lines()
                .map(line -> line.strip().replaceFirst("^\\* ?", ""))
                .collect(Collectors.joining(" "))
                .replaceAll("\\{@code ([^}]*)}", "`$1`")
                .replace("|", "\\|")
                .strip();
    }

    private static String sourceOf(Class<?> room) {
        try {
            return Files.readString(
                    Path.of("src/main/java", room.getNestHost().getName().replace('.', '/') + ".java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
