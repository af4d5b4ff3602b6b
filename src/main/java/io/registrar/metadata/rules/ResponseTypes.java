package io.registrar.metadata.rules;

import java.util.Arrays;
import java.util.List;

/** Questions about response types (OAuth 2.0 Multiple Response Type Encoding Practices). */
public final class ResponseTypes {

    private ResponseTypes() {}

    static boolean has(String type, String word) {
        return Arrays.asList(type.split(" ")).contains(word);
    }

    /** Whether the authorization endpoint itself returns tokens. */
    static boolean isFrontChannel(String type) {
        return has(type, "token") || has(type, "id_token");
    }

    static boolean anyFrontChannel(List<String> types) {
        return types.stream().anyMatch(ResponseTypes::isFrontChannel);
    }

    /** Whether one of them has this word. */
    public static boolean anyHas(List<String> types, String word) {
        return types.stream().anyMatch(type -> has(type, word));
    }
}
