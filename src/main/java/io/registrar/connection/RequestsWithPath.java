package io.registrar.connection;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2FrameListener;
import io.netty.handler.codec.http2.Http2FrameListenerDecorator;
import io.netty.handler.codec.http2.Http2Headers;

/**
 * Resets what asks for no path (RFC 9113 section 8.5: CONNECT) before it reaches a router, which needs one. Nothing
 * here is a proxy.
 */
final class RequestsWithPath extends Http2FrameListenerDecorator {

    RequestsWithPath(Http2FrameListener listener) {
        super(listener);
    }

    @Override
    public void onHeadersRead(
            ChannelHandlerContext ctx, int streamId, Http2Headers headers, int padding, boolean endOfStream)
            throws Http2Exception {
        check(streamId, headers);
        super.onHeadersRead(ctx, streamId, headers, padding, endOfStream);
    }

    @Override
    public void onHeadersRead(
            ChannelHandlerContext ctx,
            int streamId,
            Http2Headers headers,
            int streamDependency,
            short weight,
            boolean exclusive,
            int padding,
            boolean endOfStream)
            throws Http2Exception {
        check(streamId, headers);
        super.onHeadersRead(ctx, streamId, headers, streamDependency, weight, exclusive, padding, endOfStream);
    }

    private static void check(int streamId, Http2Headers headers) throws Http2Exception {
        CharSequence method = headers.method();
        // Trailers have neither.
        if (method != null && (HttpMethod.CONNECT.asciiName().contentEquals(method) || isEmpty(headers.path()))) {
            throw Http2Exception.streamError(streamId, Http2Error.PROTOCOL_ERROR, "No path");
        }
    }

    private static boolean isEmpty(CharSequence path) {
        return path == null || path.length() == 0;
    }
}
