package io.registrar.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.registrar.audit.AuditEvent.Origin;
import io.registrar.credential.Caller;
import io.registrar.credential.CredentialKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AuditLineTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Origin ORIGIN = new Origin(Optional.of("10.1.2.3"), "r-1");

    @Test
    void anEventIsOneJsonObjectWithWhatTheTableHas() {
        Caller caller = new Caller(
                CredentialKind.ACCESS_TOKEN,
                Optional.of("https://id.example.com"),
                Optional.of("pipeline"),
                Optional.of("ci"),
                Optional.of("j-1"),
                Optional.of("default"));

        assertEquals(
                "{\"event\":\"client.updated\",\"outcome\":\"success\",\"client_id\":\"c-1\",\"members\":[\"client_name\",\"scope\"],"
                        + "\"actor_kind\":\"access_token\",\"actor_issuer\":\"https://id.example.com\",\"actor_subject\":\"pipeline\","
                        + "\"actor_client_id\":\"ci\",\"actor_token_id\":\"j-1\",\"actor_policy\":\"default\","
                        + "\"source_address\":\"10.1.2.3\",\"request_id\":\"r-1\"}",
                AuditLine.of(AuditEvent.updated("c-1", NOW, caller, ORIGIN).naming(List.of("scope", "client_name"))));
    }

    @Test
    void aNameFromOutsideCannotLookLikeALineOfOurs() {
        Caller caller = new Caller(
                CredentialKind.ACCESS_TOKEN,
                Optional.empty(),
                Optional.of("x\"}\n{\"event\":\"client.deleted"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        String line = AuditLine.of(AuditEvent.registered("c-1", NOW, caller, ORIGIN));

        assertEquals(1, line.lines().count());
        assertEquals(true, line.contains("\"actor_subject\":\"x\\\"}\\n{\\\"event\\\":\\\"client.deleted\""), line);
    }

    @Test
    void openRegistrationIsMarked() {
        Caller anybody = new Caller(
                CredentialKind.OPEN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("default"));

        assertEquals(
                Optional.of("open registration"),
                AuditEvent.registered("c-1", NOW, anybody, ORIGIN).warning());
    }
}
