package io.registrar.clients;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.registrar.http.JsonAnswer;
import io.registrar.http.OwnerDocument;
import io.registrar.http.PageQuery;
import io.registrar.store.ClientRecord;
import io.registrar.store.Page;

/** Clients as their owners and operators see them: metadata and where it comes from. Times are seconds since the epoch. */
final class ClientRecordDocument {

    private ClientRecordDocument() {}

    static byte[] one(ClientRecord client) {
        return JsonAnswer.render(of(client));
    }

    static byte[] page(Page<ClientRecord> page) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        page.items().stream().map(ClientRecordDocument::of).forEach(document.putArray("clients")::add);
        page.next().ifPresent(next -> document.put("next", PageQuery.after(next)));
        return JsonAnswer.render(document);
    }

    private static ObjectNode of(ClientRecord client) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("client_id", client.clientId());
        document.set("metadata", client.metadata().toJson());
        document.set("registered_by", registeredBy(client));
        document.put("policy", client.policy());
        document.put("tenant", client.tenant());
        document.put("enabled", client.isEnabled());
        document.put("protected", client.isProtected());
        document.put("version", client.version());
        document.put("created_at", client.createdAt().getEpochSecond());
        document.put("updated_at", client.updatedAt().getEpochSecond());
        client.expiresAt().ifPresent(end -> document.put("expires_at", end.getEpochSecond()));
        return document;
    }

    private static ObjectNode registeredBy(ClientRecord client) {
        ObjectNode document = OwnerDocument.of(client.owner());
        client.ownerTokenId().ifPresent(tokenId -> document.put("token_id", tokenId));
        return document;
    }
}
