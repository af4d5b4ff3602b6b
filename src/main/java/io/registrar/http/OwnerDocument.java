package io.registrar.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.registrar.credential.Owner;

/** Whose a client or an initial access token is, as JSON. */
public final class OwnerDocument {

    private OwnerDocument() {}

    /** Its kind of credential, and what of issuer, subject and calling client is known. */
    public static ObjectNode of(Owner owner) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("kind", owner.kind().wireName());
        owner.issuer().ifPresent(issuer -> document.put("issuer", issuer));
        owner.subject().ifPresent(subject -> document.put("subject", subject));
        owner.clientId().ifPresent(clientId -> document.put("client_id", clientId));
        return document;
    }
}
