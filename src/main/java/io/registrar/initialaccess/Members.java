package io.registrar.initialaccess;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.registrar.metadata.Characters;
import io.registrar.metadata.ErrorCode;
import io.registrar.metadata.InvalidClientMetadataException;
import io.registrar.metadata.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The members of a request, taken out one by one; what is wrong with them is collected. {@code null} is absent. */
final class Members {

    private final ObjectNode document;
    private final List<Violation> violations = new ArrayList<>();

    Members(ObjectNode document) {
        this.document = document;
    }

    void refuse(String member, String why) {
        violations.add(new Violation(member, "/" + member, ErrorCode.INVALID_REQUEST, member + ": " + why));
    }

    /** What is wrong with the parts of a member. */
    void refuse(String member, List<Violation> ofParts) {
        ofParts.forEach(part -> violations.add(new Violation(
                member, "/" + member + part.pointer(), ErrorCode.INVALID_REQUEST, member + ": " + part.message())));
    }

    /** The name of an unknown member is not repeated: it is input. */
    void refuseAllBut(Set<String> known) {
        document.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                violations.add(new Violation(
                        "",
                        "",
                        ErrorCode.INVALID_REQUEST,
                        "there is a member that is not known; known are: "
                                + String.join(", ", known.stream().sorted().toList())));
            }
        });
    }

    Optional<String> text(String member, int longest) {
        return present(member).flatMap(value -> {
            boolean fits = value.isTextual()
                    && value.textValue().codePointCount(0, value.textValue().length()) <= longest
                    && value.textValue()
                            .chars()
                            .noneMatch(c -> Characters.isControl(c) || Characters.isBidiOverride(c));
            if (!fits) {
                refuse(
                        member,
                        "must be text of at most " + longest
                                + " characters, without control characters and such as override"
                                + " the writing direction");
            }
            return Optional.ofNullable(value.textValue()).filter(text -> fits);
        });
    }

    Optional<Long> integer(String member, long least, long most) {
        return present(member).flatMap(value -> {
            boolean fits = value.isIntegralNumber()
                    && value.longValue() >= least
                    && value.longValue() <= most
                    && value.canConvertToLong();
            if (!fits) {
                refuse(member, "must be a whole number from " + least + " to " + most);
            }
            return Optional.of(value.longValue()).filter(number -> fits);
        });
    }

    Optional<JsonNode> object(String member) {
        return present(member).filter(value -> {
            if (!value.isObject()) {
                refuse(member, "must be a JSON object");
            }
            return value.isObject();
        });
    }

    private Optional<JsonNode> present(String member) {
        return Optional.ofNullable(document.get(member)).filter(value -> !value.isNull());
    }

    void throwIfAnyIsWrong() {
        if (!violations.isEmpty()) {
            throw new InvalidClientMetadataException(violations);
        }
    }
}
