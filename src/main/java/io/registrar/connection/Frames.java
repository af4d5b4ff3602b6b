package io.registrar.connection;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.local.SynchronizationStrategy;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http2.Http2CodecUtil;
import io.netty.handler.codec.http2.Http2Flags;
import io.netty.handler.codec.http2.Http2FrameTypes;
import java.time.Duration;

/**
 * The frames that a client sends over one connection of HTTP/2 (RFC 9113 section 4.1), counted before anything is made
 * of them. Frames that are no requests and hardly any data (PING, SETTINGS, WINDOW_UPDATE, PRIORITY, RST_STREAM,
 * CONTINUATION, unknown ones) cost the sender as little as nothing; a client needs a few of them for each request, and
 * for what it is sent.
 */
final class Frames {

    private static final int SPARE = 1_000;
    private static final int SPARE_A_SECOND = 100;
    /** What is worked on costs more, reset at once (CVE-2023-44487) or not. */
    private static final int OF_A_HEAD = 5;

    private static final int OF_A_RESET = 5;
    private static final int FOR_A_REQUEST = 10;
    private static final int ANSWERED_FOR_ONE = 4_096;
    private static final int SMALL = 1_024;

    private final Connection connection;
    private final ByteBuf header = Unpooled.buffer(Http2CodecUtil.FRAME_HEADER_LENGTH);
    private final Bucket spare = Bucket.builder()
            .withSynchronizationStrategy(SynchronizationStrategy.NONE)
            .addLimit(limit -> limit.capacity(SPARE).refillGreedy(SPARE_A_SECOND, Duration.ofSeconds(1)))
            .build();

    private int payloadLeft;
    private boolean endsHead;
    private int newest;

    Frames(Connection connection) {
        this.connection = connection;
    }

    /** The client's highest stream so far. */
    int newest() {
        return newest;
    }

    /**
     * So many requests came to their end, and were answered. Who tells this between two readings only lets no client
     * have more than a hundred or two worked on in one go.
     */
    void served(int requests) {
        if (requests > 0) {
            spare.addTokens(requests * (long) FOR_A_REQUEST);
        }
    }

    /** So many bytes were sent to the client, which has to acknowledge them. */
    void answered(int bytes) {
        if (bytes >= ANSWERED_FOR_ONE) {
            spare.addTokens(bytes / ANSWERED_FOR_ONE);
        }
    }

    /**
     * Looks at what has arrived, and reads nothing.
     *
     * @return whether the client is still within what clients need
     */
    boolean admit(ByteBuf arrived) {
        ByteBuf bytes = arrived.slice();
        while (bytes.isReadable()) {
            int skipped = Math.min(payloadLeft, bytes.readableBytes());
            bytes.skipBytes(skipped);
            payloadLeft -= skipped;
            if (payloadLeft == 0) {
                ended();
                if (!begins(bytes)) {
                    return false;
                }
            }
        }
        return true;
    }

    private void ended() {
        if (endsHead) {
            endsHead = false;
            connection.headArrived();
        }
    }

    private boolean begins(ByteBuf bytes) {
        bytes.readBytes(header, Math.min(header.writableBytes(), bytes.readableBytes()));
        if (header.isWritable()) {
            return true;
        }
        payloadLeft = header.readUnsignedMedium();
        byte type = header.readByte();
        Http2Flags flags = new Http2Flags(header.readUnsignedByte());
        int stream = header.readInt() & Integer.MAX_VALUE;
        header.clear();
        return switch (type) {
            case Http2FrameTypes.HEADERS -> beginsHead(stream, flags);
            case Http2FrameTypes.CONTINUATION -> continuesHead(flags);
            case Http2FrameTypes.DATA -> payloadLeft >= SMALL || spare.tryConsume(1);
            case Http2FrameTypes.RST_STREAM -> spare.tryConsume(OF_A_RESET);
            default -> spare.tryConsume(1);
        };
    }

    private boolean beginsHead(int stream, Http2Flags flags) {
        connection.awaitHead();
        endsHead = flags.endOfHeaders();
        if (stream > newest) {
            newest = stream;
            connection.announce();
        }
        return spare.tryConsume(OF_A_HEAD);
    }

    private boolean continuesHead(Http2Flags flags) {
        endsHead = flags.endOfHeaders();
        return spare.tryConsume(1);
    }
}
