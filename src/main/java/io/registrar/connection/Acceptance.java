package io.registrar.connection;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.registrar.limits.Source;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Optional;

/** Admits connections to one port, or closes them before a byte of theirs is read. */
final class Acceptance extends ChannelInboundHandlerAdapter {

    private final PortRules rules;
    private final OpenConnections open;

    Acceptance(PortRules rules) {
        this.rules = rules;
        this.open = new OpenConnections(rules);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object accepted) {
        Channel channel = (Channel) accepted;
        Source source = Source.of(address(channel.remoteAddress()));
        Connection connection = Connection.on(channel, source.network(), open);
        Optional<Ending> refused = open.enter(connection, rules.admits(source));
        if (refused.isPresent()) {
            rules.ended().count(refused.get());
            channel.unsafe().closeForcibly();
            return;
        }
        channel.closeFuture().addListener(closed -> connection.close());
        channel.pipeline().addFirst(new Watch(connection, source, rules), new Protocol(connection, rules.ended()));
        ctx.fireChannelRead(accepted);
    }

    private static String address(SocketAddress remote) {
        return remote instanceof InetSocketAddress internet ? internet.getHostString() : null;
    }
}
