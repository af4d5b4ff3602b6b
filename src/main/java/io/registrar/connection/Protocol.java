package io.registrar.connection;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.haproxy.HAProxyMessageDecoder;
import io.netty.handler.codec.http2.Http2CodecUtil;
import io.netty.handler.codec.http2.Http2Connection;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.util.ReferenceCountUtil;

/**
 * Tells HTTP/2 from HTTP/1.1 by a connection's first bytes, as the server behind it does, and holds each to its bounds:
 * the {@link Heads} of requests of the latter to the letter, the {@link Frames} of the former to what clients need.
 */
final class Protocol extends ChannelDuplexHandler {

    private static final ByteBuf PREFACE = Unpooled.unreleasableBuffer(Http2CodecUtil.connectionPrefaceBuf());
    private static final String TLS = "ssl";

    /** On a port whose settings allow any number, such as the one for management. */
    private static final int MOST_STREAMS = 100;

    private final Connection connection;
    private final EndedConnections ended;
    private final ChannelHandler before;
    private int matched;
    private boolean reading;
    private boolean over;
    private Heads heads;
    private Frames frames;

    Protocol(Connection connection, EndedConnections ended) {
        this(connection, ended, null);
    }

    private Protocol(Connection connection, EndedConnections ended, ChannelHandler before) {
        this.connection = connection;
        this.ended = ended;
        this.before = before;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (!(message instanceof ByteBuf bytes)) {
            ctx.fireChannelRead(message);
            return;
        }
        ChannelHandlerContext wrapping = heads == null && frames == null ? wrapping(ctx.pipeline()) : null;
        if (wrapping != null) {
            ctx.pipeline().addAfter(wrapping.name(), null, new Protocol(connection, ended, wrapping.handler()));
            ctx.fireChannelRead(bytes);
            ctx.pipeline().remove(this);
            return;
        }
        if (frames != null && !reading) {
            frames.served(connection.takeSound());
        }
        reading = true;
        try {
            while (bytes.isReadable() && !over) {
                read(ctx, bytes);
            }
        } finally {
            ReferenceCountUtil.release(bytes);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        reading = false;
        ctx.fireChannelReadComplete();
    }

    /** What must be taken off first, behind which bytes are as the client meant them: the proxy's line, TLS. */
    private ChannelHandlerContext wrapping(ChannelPipeline pipeline) {
        ChannelHandlerContext proxied = pipeline.context(HAProxyMessageDecoder.class);
        ChannelHandlerContext wrapping =
                proxied == null || proxied.handler() == before ? pipeline.context(TLS) : proxied;
        return wrapping == null || wrapping.handler() == before ? null : wrapping;
    }

    private void read(ChannelHandlerContext ctx, ByteBuf bytes) {
        if (frames != null) {
            readFrames(ctx, bytes);
        } else if (heads != null) {
            readHead(ctx, bytes);
        } else {
            readPreface(ctx, bytes);
        }
    }

    /** Hands on what says which protocol it is, so that the server sets itself up before more comes. */
    private void readPreface(ChannelHandlerContext ctx, ByteBuf bytes) {
        int same = 0;
        while (same < bytes.readableBytes()
                && matched < PREFACE.readableBytes()
                && bytes.getByte(bytes.readerIndex() + same) == PREFACE.getByte(matched)) {
            same++;
            matched++;
        }
        if (matched < PREFACE.readableBytes() && same < bytes.readableBytes()) {
            takeHeads(ctx, bytes, same);
            return;
        }
        ctx.fireChannelRead(bytes.readRetainedSlice(same));
        if (matched == PREFACE.readableBytes()) {
            takeFrames(ctx);
        }
    }

    /** The first octet that is none of the preface makes the server set itself up for HTTP/1.1. */
    private void takeHeads(ChannelHandlerContext ctx, ByteBuf bytes, int same) {
        connection.awaitHead();
        heads = new Heads();
        int from = bytes.readerIndex();
        if (!heads.take(PREFACE.slice(0, matched - same)) || !heads.take(bytes)) {
            refuse(ctx);
            return;
        }
        int decided = same + 1;
        ctx.fireChannelRead(bytes.retainedSlice(from, decided));
        ChannelPipeline pipeline = ctx.pipeline();
        if (pipeline.get(NoUpgrade.BEFORE) != null) {
            pipeline.addBefore(NoUpgrade.BEFORE, null, NoUpgrade.INSTANCE);
        }
        ctx.fireChannelRead(bytes.retainedSlice(from + decided, bytes.readerIndex() - from - decided));
    }

    private void takeFrames(ChannelHandlerContext ctx) {
        Http2ConnectionHandler server = ctx.pipeline().get(Http2ConnectionHandler.class);
        if (server == null) {
            // HTTP/2 is switched off: nobody took the preface for one.
            refuse(ctx);
            return;
        }
        Http2Connection.Endpoint<?> client = server.connection().remote();
        if (client.maxActiveStreams() == Integer.MAX_VALUE) {
            client.maxActiveStreams(MOST_STREAMS);
        }
        WellFormedRequests.guard(server.decoder());
        frames = new Frames(connection);
    }

    private void readFrames(ChannelHandlerContext ctx, ByteBuf bytes) {
        if (frames.admit(bytes)) {
            ctx.fireChannelRead(bytes.readRetainedSlice(bytes.readableBytes()));
        } else {
            end(ctx, Ending.FLOOD, Refusals.goAway(ctx.alloc(), frames.newest()));
        }
    }

    private void readHead(ChannelHandlerContext ctx, ByteBuf bytes) {
        if (connection.isIdle()) {
            connection.awaitHead();
        }
        int from = bytes.readerIndex();
        if (!heads.take(bytes)) {
            refuse(ctx);
            return;
        }
        ctx.fireChannelRead(bytes.retainedSlice(from, bytes.readerIndex() - from));
        if (connection.isIdle() && heads.isBetweenRequests()) {
            // What came was the end of a body whose request had been answered before.
            connection.headArrived();
        }
    }

    private void refuse(ChannelHandlerContext ctx) {
        if (connection.isIdle()) {
            end(ctx, Ending.MALFORMED, Refusals.malformed(ctx.alloc()));
        } else {
            // What came before is answered first; nobody could tell whose answer this one is.
            over = true;
            ended.count(Ending.MALFORMED);
            connection.takeNoMore();
        }
    }

    private void end(ChannelHandlerContext ctx, Ending why, ByteBuf answer) {
        over = true;
        ended.count(why);
        ctx.writeAndFlush(answer);
        ctx.close();
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        if (frames != null && message instanceof ByteBuf bytes) {
            frames.answered(bytes.readableBytes());
        }
        ctx.write(message, promise);
    }
}
