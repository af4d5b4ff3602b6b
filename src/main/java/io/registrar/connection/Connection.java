package io.registrar.connection;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.util.AttributeKey;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Duration;
import java.util.Optional;

/**
 * One connection, as far as several of its requests, or bytes that are none, have to know of each other. Everything
 * here happens on the connection's event loop.
 */
public final class Connection {

    /** Of this class, not of its name: a live reload loads it anew, and keeps the connections. */
    private static final AttributeKey<Connection> KEY =
            AttributeKey.valueOf(Connection.class.getName() + '@' + System.identityHashCode(Connection.class));

    private static final int MOST_UNFINISHED = 100;

    private final Channel channel;
    private final String source;
    private final Optional<OpenConnections> port;
    private int announced;
    private int sound;
    private int underWay;
    private int unfinished;
    private boolean served;
    private boolean takesNoMore;
    private boolean awaitsHead;
    private boolean closed;
    private long awaitsHeadSince;

    private Connection(Channel channel, String source, Optional<OpenConnections> port) {
        this.channel = channel;
        this.source = source;
        this.port = port;
    }

    /** One that has, or will have, a place among those of a port. */
    static Connection on(Channel channel, String source, OpenConnections port) {
        Connection connection = new Connection(channel, source, Optional.of(port));
        channel.attr(KEY).set(connection);
        return connection;
    }

    /** The one of a request: {@code context.request().connection()}. */
    public static Connection of(HttpConnection connection) {
        return of(((ConnectionBase) connection).channel());
    }

    static Connection of(Channel channel) {
        // One that came before its port was guarded.
        Connection fresh = new Connection(channel, "", Optional.empty());
        Connection known = channel.attr(KEY).setIfAbsent(fresh);
        return known == null ? fresh : known;
    }

    /** A request has come. Whoever calls this calls {@link #end} when it is answered, or given up. */
    public void begin() {
        served = true;
        awaitsHead = false;
        if (isIdle() && !closed) {
            port.ifPresent(those -> those.work(this));
        }
        underWay++;
        announced = Math.max(0, announced - 1);
    }

    /**
     * A request is answered, or given up: whoever answers may be another thread than the event loop's.
     *
     * @param isSound whether it had ended, and was not too much
     * @param last what to do when the connection takes no more; it flushes, and closes
     */
    public void end(boolean isSound, Runnable last) {
        EventLoop loop = channel.eventLoop();
        if (loop.inEventLoop()) {
            endNow(isSound, last);
        } else {
            loop.execute(() -> endNow(isSound, last));
        }
    }

    private void endNow(boolean isSound, Runnable last) {
        underWay--;
        sound += isSound ? 1 : 0;
        if (isIdle() && !closed) {
            port.ifPresent(those -> those.rest(this));
        }
        if (takesNoMore && isIdle()) {
            last.run();
        }
    }

    /** Gives its place back. */
    void close() {
        closed = true;
        port.ifPresent(those -> those.leave(this));
    }

    /** Ends it for another one that has more need of its place. */
    void endIfIdle() {
        channel.eventLoop().execute(() -> {
            if (isIdle()) {
                channel.close();
            }
        });
    }

    /** Whom it is counted for. */
    String source() {
        return source;
    }

    /** The request that is under way is the last: where it ends is a matter of opinion, or its rest is not read. */
    public void takeNoMore() {
        takesNoMore = true;
    }

    /** An answered request has not ended. A client that leaves many so is not served on. */
    public void leaveUnfinished() {
        unfinished++;
        if (unfinished > MOST_UNFINISHED) {
            takeNoMore();
        }
    }

    /** It has, after all. */
    public void finish() {
        unfinished--;
    }

    /** Whether what still comes must have no effect. */
    public boolean takesNoMore() {
        return takesNoMore;
    }

    boolean isIdle() {
        return underWay == 0;
    }

    boolean isServed() {
        return served;
    }

    /** A head of a request has come that may or may not become one. */
    void announce() {
        announced++;
    }

    /** How many sound requests were answered since this was last asked. */
    int takeSound() {
        int since = sound;
        sound = 0;
        return since;
    }

    boolean isOwedRequests() {
        return announced > 0;
    }

    /** How many heads have become no request since this was last asked. */
    int takeUnserved() {
        int unserved = announced;
        announced = 0;
        return unserved;
    }

    /** From now on, unless it is so already, the head of a request has to arrive in time. */
    void awaitHead() {
        if (!awaitsHead) {
            awaitsHead = true;
            awaitsHeadSince = System.nanoTime();
        }
    }

    /** A head has arrived. Where none became a request yet, one still has to. */
    void headArrived() {
        awaitsHead &= !served;
    }

    /** How long the head of a request has been awaited; nothing where none is. */
    Duration waiting() {
        return awaitsHead ? Duration.ofNanos(System.nanoTime() - awaitsHeadSince) : Duration.ZERO;
    }
}
