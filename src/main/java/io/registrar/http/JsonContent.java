package io.registrar.http;

import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a request's headers announce JSON as this service takes it: {@code application/json}, once, in UTF-8, not
 * encoded. Refusing all else also stops simple cross-site form posts (metadata reference, H).
 */
final class JsonContent {

    private static final int LONGEST = 256;
    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]++";
    private static final Pattern PARAMETER = Pattern.compile(
            "[ \t]*+;[ \t]*+(?<name>" + TOKEN + ")=(?:(?<plain>" + TOKEN + ")|\"(?<quoted>[^\"\\\\]*+)\")");
    private static final Pattern MEDIA_TYPE = Pattern.compile("(?<type>" + TOKEN + "/" + TOKEN + ")(?<parameters>.*+)");

    private JsonContent() {}

    static boolean isAnnouncedBy(MultiMap headers) {
        List<String> types = headers.getAll("Content-Type");
        return types.size() == 1
                && types.get(0).length() <= LONGEST
                && isJson(types.get(0).strip())
                && headers.getAll("Content-Encoding").stream()
                        .allMatch(it -> it.strip().equalsIgnoreCase("identity"));
    }

    private static boolean isJson(String mediaType) {
        Matcher matcher = MEDIA_TYPE.matcher(mediaType);
        return matcher.matches()
                && matcher.group("type").equalsIgnoreCase("application/json")
                && areAdmitted(matcher.group("parameters"));
    }

    private static boolean areAdmitted(String parameters) {
        Matcher matcher = PARAMETER.matcher(parameters);
        int read = 0;
        while (matcher.find() && matcher.start() == read) {
            String value = Optional.ofNullable(matcher.group("plain")).orElse(matcher.group("quoted"));
            if (matcher.group("name").equalsIgnoreCase("charset")
                    && !value.toLowerCase(Locale.ROOT).equals("utf-8")) {
                return false;
            }
            read = matcher.end();
        }
        return read == parameters.length();
    }
}
