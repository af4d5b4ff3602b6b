package io.registrar.connection;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpHeaderValidationUtil;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http2.Http2ConnectionDecoder;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2FrameListener;
import io.netty.handler.codec.http2.Http2FrameListenerDecorator;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2Settings;
import java.util.Map;
import java.util.Set;

/**
 * Resets requests of HTTP/2 that are malformed (RFC 9113 section 8.1.1) before they reach a router: names and values
 * that would read otherwise in HTTP/1.1 (section 8.2.1), and what asks for no path (section 8.5: CONNECT), which a
 * router needs. Nothing here is a proxy.
 */
final class WellFormedRequests extends Http2FrameListenerDecorator {

    private static final Set<String> OF_A_REQUEST = Set.of(":method", ":scheme", ":authority", ":path");

    private final Http2ConnectionDecoder decoder;

    private WellFormedRequests(Http2ConnectionDecoder decoder, Http2FrameListener listener) {
        super(listener);
        this.decoder = decoder;
    }

    /** Lets nothing else through to whoever listens. */
    static void guard(Http2ConnectionDecoder decoder) {
        decoder.frameListener(new WellFormedRequests(decoder, decoder.frameListener()));
    }

    /** At the client's first settings Vert.x puts another listener in this one's place. */
    @Override
    public void onSettingsRead(ChannelHandlerContext ctx, Http2Settings settings) throws Http2Exception {
        super.onSettingsRead(ctx, settings);
        if (decoder.frameListener() != this) {
            guard(decoder);
        }
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
        if (!isWellFormed(headers)) {
            throw Http2Exception.streamError(streamId, Http2Error.PROTOCOL_ERROR, "Malformed request");
        }
    }

    private static boolean isWellFormed(Http2Headers headers) {
        for (Map.Entry<CharSequence, CharSequence> header : headers) {
            if (!isName(header.getKey()) || HttpHeaderValidationUtil.validateValidHeaderValue(header.getValue()) >= 0) {
                return false;
            }
        }
        CharSequence method = headers.method();
        // Trailers have neither.
        return method == null
                || !HttpMethod.CONNECT.asciiName().contentEquals(method)
                        && headers.path() != null
                        && !headers.path().isEmpty();
    }

    private static boolean isName(CharSequence name) {
        return OF_A_REQUEST.contains(name.toString())
                || HttpHeaderValidationUtil.validateToken(name) < 0
                        && name.chars().noneMatch(octet -> octet == ':' || octet >= 'A' && octet <= 'Z');
    }
}
