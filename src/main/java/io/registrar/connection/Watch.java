package io.registrar.connection;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.registrar.limits.Source;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Ends a connection on which the head of a request takes too long, and counts against its source what never becomes a
 * request: rates would not see it otherwise.
 */
final class Watch extends ChannelInboundHandlerAdapter {

    private final Connection connection;
    private final Source source;
    private final PortRules rules;
    private final Duration timeout;
    private Future<?> nextLook;

    Watch(Connection connection, Source source, PortRules rules) {
        this.connection = connection;
        this.source = source;
        this.rules = rules;
        this.timeout = rules.settings().headerTimeout();
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        connection.awaitHead();
        lookAgain(ctx, timeout);
        ctx.fireChannelActive();
    }

    private void lookAgain(ChannelHandlerContext ctx, Duration later) {
        nextLook = ctx.executor().schedule(() -> look(ctx), later.toMillis() + 1, TimeUnit.MILLISECONDS);
    }

    private void look(ChannelHandlerContext ctx) {
        if (!ctx.channel().isActive()) {
            return;
        }
        Duration left = timeout.minus(connection.waiting());
        if (left.isNegative()) {
            rules.ended().count(Ending.LATE);
            ctx.close();
        } else {
            lookAgain(ctx, left);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        ctx.fireChannelReadComplete();
        if (connection.isOwedRequests()) {
            // What becomes a request has done so when the tasks are done that reading began.
            ctx.executor().execute(() -> count(ctx, connection.takeUnserved()));
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        // It would keep all of the connection in memory until its time; thousands may come and go in it.
        if (nextLook != null) {
            nextLook.cancel(false);
        }
        count(ctx, connection.isServed() ? connection.takeUnserved() : 1);
        ctx.fireChannelInactive();
    }

    private void count(ChannelHandlerContext ctx, int unserved) {
        if (unserved > 0) {
            rules.limits().countUnserved(source(ctx), unserved);
        }
    }

    /** The proxy's word, where it gave one (PROXY protocol). */
    private Source source(ChannelHandlerContext ctx) {
        SocketAddress told =
                ctx.channel().attr(ConnectionBase.REMOTE_ADDRESS_OVERRIDE).get();
        return told == null ? source : Source.of(told.hostAddress());
    }
}
