package io.registrar.metadata;

import static io.registrar.metadata.MetadataField.declare;

import io.registrar.metadata.value.IntegerRule;
import io.registrar.metadata.value.PageRule;
import io.registrar.metadata.value.VisibleTextRule;
import java.util.List;

/** The members only the server issues (RFC 7591 §3.2.1, RFC 7592 §3): ignored in requests, never taken over. */
final class IssuedFields {

    private static final int LONGEST = 255;

    private IssuedFields() {}

    static List<MetadataField> issued() {
        IntegerRule seconds = IntegerRule.from(0);
        return List.of(
                declare("client_id", new VisibleTextRule(LONGEST))
                        .is("The identifier of the client, unique and not secret.", "RFC 7591 §3.2.1"),
                declare("client_secret", new VisibleTextRule(LONGEST))
                        .is("The secret of the client, told once.", "RFC 7591 §3.2.1"),
                declare("client_id_issued_at", seconds)
                        .is("When the client was registered, in seconds since 1970.", "RFC 7591 §3.2.1"),
                declare("client_secret_expires_at", seconds)
                        .is("When the secret ends, in seconds since 1970; 0 for never.", "RFC 7591 §3.2.1"),
                declare("client_expires_at", seconds)
                        .is("When the client itself ends, in seconds since 1970; absent for never.", "Registrar"),
                declare("registration_access_token", new VisibleTextRule(LONGEST))
                        .is("The token that manages this client.", "RFC 7592 §3"),
                declare("registration_client_uri", PageRule.httpsOnly())
                        .is("Where this client is managed.", "RFC 7592 §3"));
    }
}
