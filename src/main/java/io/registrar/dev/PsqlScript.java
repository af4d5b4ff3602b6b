package io.registrar.dev;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A script for psql, made ready for JDBC. Of psql's own language it knows what the store's scripts use: variables, and
 * {@code \if}, {@code \else} and {@code \set} around them, which give a variable a value that was given none.
 */
record PsqlScript(Path file) {

    private static final Pattern DEFAULT = Pattern.compile("\\s*\\\\set (\\w+) (\\S+)\\s*");
    private static final Pattern COMMAND = Pattern.compile("\\s*\\\\.*");

    /** A quoted literal, or the value as it is; not the type after {@code ::}. */
    private static final Pattern VARIABLE = Pattern.compile(":'(\\w+)'|(?<!:):([a-z]\\w*)");

    /** The SQL with its variables replaced; fails when one has no value. */
    String sql(Map<String, String> variables) {
        String text = read();
        Map<String, String> values = new HashMap<>(variables);
        text.lines()
                .map(DEFAULT::matcher)
                .filter(Matcher::matches)
                .forEach(given -> values.putIfAbsent(given.group(1), given.group(2)));
        String sql =
                text.lines().filter(line -> !COMMAND.matcher(line).matches()).collect(Collectors.joining("\n"));
        return VARIABLE.matcher(sql)
                .replaceAll(found -> Matcher.quoteReplacement(value(found.group(1), found.group(2), values)));
    }

    private String value(String quoted, String plain, Map<String, String> values) {
        String name = quoted == null ? plain : quoted;
        String value = values.get(name);
        if (value == null) {
            throw new CannotStart(file + " uses the unknown variable " + name + ".");
        }
        return quoted == null ? value : "'" + value.replace("'", "''") + "'";
    }

    private String read() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new CannotStart("The script cannot be read: " + e, e);
        }
    }
}
