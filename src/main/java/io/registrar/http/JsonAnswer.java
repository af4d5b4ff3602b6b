package io.registrar.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;

/** Answers in JSON, without the charset parameter that JSON does not define (metadata reference, D.7). */
public final class JsonAnswer {

    private static final String JSON = "application/json";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private JsonAnswer() {}

    /** @param body the JSON document, already rendered */
    public static ResponseBuilder of(int status, byte[] body) {
        return Response.status(status).header(HttpHeaders.CONTENT_TYPE, JSON).entity(body);
    }

    static ResponseBuilder of(int status, ErrorBody error) {
        return of(status, render(error));
    }

    /** For what is refused before a resource is found. */
    static void send(RoutingContext context, int status, ErrorBody error) {
        context.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, JSON)
                .end(Buffer.buffer(render(error)));
    }

    /**
     * A document in UTF-8.
     *
     * @param document a JSON tree, or a record of strings
     */
    public static byte[] render(Object document) {
        try {
            return MAPPER.writeValueAsBytes(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Trees and records of strings can be written", e);
        }
    }
}
