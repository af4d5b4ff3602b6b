package io.registrar.initialaccess;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.registrar.credential.InitialAccessToken;
import io.registrar.credential.Secret;
import io.registrar.http.JsonAnswer;
import io.registrar.http.OwnerDocument;
import io.registrar.http.PageQuery;
import io.registrar.store.Page;
import java.time.Instant;

/** Initial access tokens as operators see them. Times are seconds since the epoch. */
final class TokenDocument {

    private static final ObjectMapper JSON = new ObjectMapper();

    private TokenDocument() {}

    /** One that was issued just now: the only answer that shows its characters. */
    static byte[] issued(InitialAccessToken token, Secret secret) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("initial_access_token", secret.reveal());
        return JsonAnswer.render(document.setAll(of(token)));
    }

    static byte[] one(InitialAccessToken token) {
        return JsonAnswer.render(of(token));
    }

    static byte[] page(Page<InitialAccessToken> page) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        page.items().stream().map(TokenDocument::of).forEach(document.putArray("initial_access_tokens")::add);
        page.next().ifPresent(next -> document.put("next", PageQuery.after(next)));
        return JsonAnswer.render(document);
    }

    private static ObjectNode of(InitialAccessToken token) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("id", token.id());
        document.put("label", token.label());
        document.put("policy", token.policy());
        token.limits().ifPresent(limits -> document.set("limits", parse(limits)));
        document.put("tenant", token.tenant());
        document.put("max_uses", token.maxUses());
        document.put("uses", token.uses());
        document.set("issued_by", OwnerDocument.of(token.issuedBy()));
        putTime(document, "issued_at", token.createdAt());
        token.notBefore().ifPresent(time -> putTime(document, "not_before", time));
        putTime(document, "expires_at", token.expiresAt());
        token.revokedAt().ifPresent(time -> putTime(document, "revoked_at", time));
        return document;
    }

    private static void putTime(ObjectNode document, String name, Instant time) {
        document.put(name, time.getEpochSecond());
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The store holds JSON", e);
        }
    }
}
