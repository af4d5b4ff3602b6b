package io.registrar.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.registrar.metadata.Violation;
import java.util.List;

/**
 * The JSON object of every refusal (RFC 7591 section 3.2.2; metadata reference, section 0).
 *
 * @param error the error code
 * @param description for a person: what is wrong and how to mend it; ASCII
 * @param field the member at fault, where one is
 * @param violations every violation found, in the order in which they decide
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record ErrorBody(
        String error,
        @JsonProperty("error_description") String description,
        @JsonProperty("error_field") String field,
        List<ViolationBody> violations) {

    /** One violation on the wire. */
    @RegisterForReflection
    record ViolationBody(String member, String pointer, String code, String message) {

        static ViolationBody of(Violation violation) {
            return new ViolationBody(
                    violation.member(), violation.pointer(), violation.code().wire(), violation.message());
        }
    }

    static ErrorBody of(String error, String description) {
        return new ErrorBody(error, description, null, List.of());
    }

    static ErrorBody invalidRequest(String description) {
        return of("invalid_request", description);
    }

    static ErrorBody notFound() {
        return invalidRequest("There is no such resource");
    }

    static ErrorBody temporarilyUnavailable(String description) {
        return of("temporarily_unavailable", description);
    }

    /** The first violation decides (metadata reference, section 0). */
    static ErrorBody of(List<Violation> violations) {
        Violation first = violations.get(0);
        return new ErrorBody(
                first.code().wire(),
                first.message(),
                first.member(),
                violations.stream().map(ViolationBody::of).toList());
    }
}
