package io.registrar.metadata.rules;

import io.registrar.metadata.MetadataPolicy;
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

    /** Whether one of them has the authorization endpoint itself return tokens. */
    public static boolean anyFrontChannel(List<String> types) {
        return types.stream().anyMatch(ResponseTypes::isFrontChannel);
    }

    /** Whether one of them has this word. */
    public static boolean anyHas(List<String> types, String word) {
        return types.stream().anyMatch(type -> has(type, word));
    }

    /** Whether the deployment admits it for any client at all (reference B.2, P1 and P3). */
    public static boolean isAdmitted(String type, MetadataPolicy policy) {
        boolean hybrid = has(type, "code") && isFrontChannel(type);
        // P1 holds for access tokens in any response, and for ID tokens outside a hybrid one.
        boolean implicit = has(type, "token") || (isFrontChannel(type) && !hybrid);
        return (!hybrid || policy.allowHybrid()) && (!implicit || policy.allowImplicit());
    }
}
