package io.registrar.metadata;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Request bodies to measure with. */
public final class Documents {

    private static final int MOST_MEMBERS = 490;
    private static final int MOST_KEYS = 32;

    private Documents() {}

    /** What a portal sends: 20 members. */
    static String plain() {
        return """
                {"redirect_uris":["https://app.example.com/cb","https://app.example.com/silent"],
                 "token_endpoint_auth_method":"private_key_jwt","grant_types":["authorization_code","refresh_token"],
                 "response_types":["code"],"client_name":"Web shop","client_name#fr":"Boutique",
                 "client_uri":"https://app.example.com","logo_uri":"https://app.example.com/logo.png",
                 "tos_uri":"https://app.example.com/tos","policy_uri":"https://app.example.com/privacy",
                 "scope":"openid profile orders.read","contacts":["ops@example.com"],
                 "jwks_uri":"https://app.example.com/jwks","software_id":"shop","software_version":"4.2",
                 "application_type":"web","default_max_age":3600,"post_logout_redirect_uris":["https://app.example.com/bye"],
                 "access_token_lifetime":600,"require_consent":false}
                """;
    }

    /** Much of everything that may be long, as far as 256 KiB hold it. */
    static String largestLegal() {
        return object(
                "\"redirect_uris\":" + uris("redirect", 50, 1500),
                "\"post_logout_redirect_uris\":" + uris("bye", 50, 1000),
                "\"scope\":\"openid " + joined(99, " ", i -> "scope" + i + "x".repeat(30)) + "\"",
                "\"contacts\":[" + joined(20, ",", i -> "\"ops" + i + "@" + "mail.".repeat(40) + "example.com\"") + "]",
                "\"default_acr_values\":[" + joined(20, ",", i -> "\"acr" + i + "x".repeat(240) + "\"") + "]",
                joined(50, ",", i -> "\"client_name#" + tag(i) + "\":\"" + "\u00e9".repeat(190) + "\""),
                joined(50, ",", i -> "\"logo_uri#" + tag(i) + "\":\"https://app.example.com/" + "l".repeat(300) + "\""),
                "\"identity_provider_restrictions\":[" + joined(50, ",", i -> "\"idp" + i + "x".repeat(190) + "\"")
                        + "]",
                "\"jwks\":" + keys(MOST_KEYS));
    }

    /** Worst cases of a size. */
    public enum Hostile {
        /** Escapes to decode, in members that are read and then ignored. */
        STRINGS {
            @Override
            String text(int bytes) {
                int letters = bytes / MOST_MEMBERS / 6 - 2;
                return object(joined(MOST_MEMBERS, ",", i -> "\"m" + i + "\":\"" + "\\u00e9".repeat(letters) + "\""));
            }
        },
        /** Arrays of numbers, as long as they may be. */
        NUMBERS {
            @Override
            String text(int bytes) {
                String array = "[" + joined(1000, ",", i -> "1.5e9") + "]";
                return object(joined(bytes / (array.length() + 8), ",", i -> "\"n" + i + "\":" + array));
            }
        },
        /** Language variants, each with a mistake of its own. */
        VARIANTS {
            @Override
            String text(int bytes) {
                int length = bytes / MOST_MEMBERS - 40;
                return object(joined(
                        MOST_MEMBERS,
                        ",",
                        i -> "\"logo_uri#" + tag(i) + "\":\"http://x.example/" + "v".repeat(length) + "\""));
            }
        },
        /** Lists in which every element is wrong, at its very end. */
        MISTAKES {
            @Override
            String text(int bytes) {
                int length = bytes / 128 - 48;
                return object(
                        "\"redirect_uris\":"
                                + uris("r", 50, length).replace("\",", "%0\",").replace("\"]", "%0\"]"),
                        "\"post_logout_redirect_uris\":"
                                + uris("p", 50, length).replace("\",", "%0\",").replace("\"]", "%0\"]"),
                        "\"request_uris\":"
                                + uris("q", 20, length).replace("\",", "%0\",").replace("\"]", "%0\"]"));
            }
        },
        /** Arrays of texts whose hashes are made to be equal. */
        COLLISIONS {
            @Override
            String text(int bytes) {
                List<String> members = MetadataFields.all().stream()
                        .filter(field -> field.jsonSchema().containsKey("items"))
                        .map(MetadataField::name)
                        .toList();
                String array = "[" + joined(1000, ",", i -> "\"" + colliding(i) + "\"") + "]";
                return object(joined(bytes / (array.length() + 60), ",", i -> "\"" + members.get(i) + "\":" + array));
            }
        },
        /** As many keys as fit into a set of a quarter of the size, and padding. */
        KEYS {
            @Override
            String text(int bytes) {
                int keys = MOST_KEYS * bytes / (256 * 1024);
                String set = "\"jwks\":" + keys(keys);
                int letters = (bytes - set.length()) / MOST_MEMBERS - 12;
                return object(
                        set,
                        "\"redirect_uris\":[\"https://app.example.com/#\"]",
                        joined(MOST_MEMBERS - 10, ",", i -> "\"m" + i + "\":\"" + "m".repeat(letters) + "\""));
            }
        };

        abstract String text(int bytes);
    }

    static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String object(String... members) {
        return "{" + String.join(",", members) + "}";
    }

    private static String uris(String name, int count, int length) {
        return "["
                + joined(count, ",", i -> "\"https://app.example.com/" + name + i + "/" + "u".repeat(length) + "\"")
                + "]";
    }

    private static String tag(int i) {
        return "x-" + (char) ('a' + i / 26 % 26) + (char) ('a' + i % 26) + i;
    }

    // "Aa" and "BB" have one hash code, so all texts of them have.
    private static String colliding(int i) {
        return joined(10, "", bit -> (i >> bit & 1) == 0 ? "Aa" : "BB");
    }

    private static String keys(int count) {
        try {
            // One key under several names: the check looks at each anew.
            String key = new RSAKeyGenerator(4096)
                    .keyUse(KeyUse.SIGNATURE)
                    .generate()
                    .toPublicJWK()
                    .toJSONString();
            return "{\"keys\":[" + joined(count, ",", i -> key.replaceFirst("\\{", "{\"kid\":\"" + i + "\",")) + "]}";
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String joined(int count, String separator, IntFunction<String> part) {
        return IntStream.range(0, count).mapToObj(part).collect(Collectors.joining(separator));
    }
}
