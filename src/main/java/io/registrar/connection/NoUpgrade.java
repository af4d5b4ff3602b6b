package io.registrar.connection;

import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;

/**
 * Takes no notice of a wish to go on in another protocol, as a server may (RFC 9110 section 7.8). Vert.x would take all
 * of this room out of its pipeline when it goes on in HTTP/2 (RFC 9113 has done away with that way); and where it takes
 * the wish for malformed, it would keep what comes next in memory, and serve requests behind its own refusal.
 */
@ChannelHandler.Sharable
final class NoUpgrade extends ChannelInboundHandlerAdapter {

    static final NoUpgrade INSTANCE = new NoUpgrade();

    /** What Vert.x calls the handler that grants the wish. */
    static final String BEFORE = "h2c";

    private NoUpgrade() {}

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (message instanceof HttpRequest request) {
            request.headers().remove(HttpHeaderNames.UPGRADE);
        }
        ctx.fireChannelRead(message);
    }
}
