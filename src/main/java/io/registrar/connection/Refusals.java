package io.registrar.connection;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.http2.Http2CodecUtil;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Flags;
import io.netty.handler.codec.http2.Http2FrameTypes;

/** The last words on a connection of which nothing more is read. */
final class Refusals {

    private static final String DOCUMENT = """
            {"error":"invalid_request","error_description":"Write the request as RFC 9112 says: its lines, its \
            characters, its length"}""";
    private static final String ANSWER = String.join(
            "\r\n",
            "HTTP/1.1 400 Bad Request",
            "Content-Type: application/json",
            "Content-Length: " + DOCUMENT.length(),
            "Cache-Control: no-store",
            "Pragma: no-cache",
            "X-Content-Type-Options: nosniff",
            "Referrer-Policy: no-referrer",
            "Connection: close",
            "",
            DOCUMENT);

    private Refusals() {}

    /** An answer of HTTP/1.1. */
    static ByteBuf malformed(ByteBufAllocator allocator) {
        return ByteBufUtil.writeAscii(allocator, ANSWER);
    }

    /**
     * The frame that ends a connection of HTTP/2 (RFC 9113 section 6.8).
     *
     * @param newest the last stream of which anything was made
     */
    static ByteBuf goAway(ByteBufAllocator allocator, int newest) {
        ByteBuf frame = allocator.buffer();
        Http2CodecUtil.writeFrameHeader(frame, 2 * Integer.BYTES, Http2FrameTypes.GO_AWAY, new Http2Flags(), 0);
        return frame.writeInt(newest).writeInt((int) Http2Error.ENHANCE_YOUR_CALM.code());
    }
}
