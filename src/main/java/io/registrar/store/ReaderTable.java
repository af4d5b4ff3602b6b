package io.registrar.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.registrar.metadata.ClientMetadata;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the identity server that reads a published view makes of client metadata. The table lies beside the view's
 * definition, so that the two change together; every declared member is in one of its two lists.
 *
 * @param reader the identity server's name
 * @param view the view that it reads
 * @param honours the members that it honours whatever their value, and those that ask nothing of it
 * @param limits what it does not honour; more than one for a member where clients differ
 */
@RegisterForReflection
record ReaderTable(String reader, String view, List<String> honours, List<ReaderLimit> limits) {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** @throws IllegalArgumentException when a part is missing */
    ReaderTable {
        if (reader == null || view == null || honours == null || limits == null) {
            throw new IllegalArgumentException("a table has a reader, its view, what is honoured, and limits");
        }
        honours = List.copyOf(honours);
        limits = List.copyOf(limits);
    }

    /**
     * Reads a table.
     *
     * @throws IllegalStateException when it is not there, or not in its form
     */
    static ReaderTable ofResource(String resource) {
        try (InputStream content = ReaderTable.class.getResourceAsStream(resource)) {
            if (content == null) {
                throw new IllegalStateException(resource + " is missing");
            }
            return of(content.readAllBytes());
        } catch (JsonProcessingException | IllegalArgumentException malformed) {
            throw new IllegalStateException(resource + " cannot be read: " + malformed.getMessage(), malformed);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static ReaderTable of(byte[] json) throws IOException {
        return MAPPER.readValue(json, ReaderTable.class);
    }

    /** A warning for each limit that this client goes beyond, at the first value that does. */
    Stream<Warning> warnings(ClientMetadata metadata) {
        ObjectNode members = metadata.toJson();
        return limits.stream()
                .flatMap(limit -> limit.exceededBy(members).map(pointer -> warning(limit, pointer)).stream());
    }

    private Warning warning(ReaderLimit limit, String pointer) {
        return new Warning(limit.member(), pointer, reader, limit.member() + ": " + reader + " " + limit.warning());
    }
}
