package io.registrar.registration;

import io.registrar.http.IfMatch;
import io.registrar.http.JsonAnswer;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.ResponseBuilder;

/**
 * The client information response, ready to be sent.
 *
 * @param clientId the client that it is about
 * @param version the version of the client that it shows
 * @param body a JSON document in UTF-8
 */
public record ClientInformationResponse(String clientId, int version, byte[] body) {

    /** As HTTP, with the entity tag by which a client says later which version it means. */
    public ResponseBuilder as(int status) {
        return JsonAnswer.of(status, body).header(HttpHeaders.ETAG, IfMatch.tagOf(version));
    }
}
