package io.registrar.testing;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A connection on which a test writes what no HTTP client would. */
public final class RawConnection implements Closeable {

    private final Socket socket;
    private final BufferedReader answer;

    private RawConnection(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(20_000);
        this.answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    public static RawConnection to(URI service) throws IOException {
        return new RawConnection(new Socket("127.0.0.1", service.getPort()));
    }

    public void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    /** Whether an answer begins to arrive, or the connection ends, in that time; nothing of it is read. */
    public boolean isAnsweredWithin(Duration time) throws IOException {
        int usual = socket.getSoTimeout();
        socket.setSoTimeout((int) time.toMillis());
        try {
            answer.mark(1);
            answer.read();
            answer.reset();
            return true;
        } catch (SocketTimeoutException nothing) {
            return false;
        } finally {
            socket.setSoTimeout(usual);
        }
    }

    /** The status of the next answer; its headers are read, its body is not. */
    public int status() throws IOException {
        List<String> head = head();
        return head.isEmpty() ? -1 : Integer.parseInt(head.get(0).split(" ")[1]);
    }

    /** The status line and the headers of the next answer, in lower case; its body is not read. */
    public List<String> head() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = answer.readLine(); line != null && !line.isEmpty(); line = answer.readLine()) {
            lines.add(line.toLowerCase(Locale.ROOT));
        }
        return lines;
    }

    /** As {@link #send}, to a peer that may hang up before all of it was sent; what it answered can be read still. */
    public void sendAll(String text) throws IOException {
        try {
            send(text);
        } catch (SocketException hungUp) {
            // That is an outcome.
        }
    }

    /**
     * The statuses of all answers until the other side closes, without interim ones; behind an upgrade (101) nothing is
     * taken for an answer. Fails after 20 seconds when the connection stays open.
     */
    public List<Integer> statusesUntilClosed() throws IOException {
        List<Integer> statuses = new ArrayList<>();
        try {
            for (List<String> head = head(); isAnswer(head); head = head()) {
                int status = Integer.parseInt(head.get(0).split(" ")[1]);
                if (status == 101 || status >= 200) {
                    statuses.add(status);
                }
                if (status == 101) {
                    break;
                }
                skip(head);
            }
            isClosedByPeer();
        } catch (SocketTimeoutException open) {
            throw new AssertionError("The connection stays open after " + statuses, open);
        } catch (SocketException reset) {
            // As good as closed.
        }
        return statuses;
    }

    private static boolean isAnswer(List<String> head) {
        return !head.isEmpty() && head.get(0).startsWith("http/1");
    }

    /** Reads over the body that this head announces. */
    public void skip(List<String> head) throws IOException {
        String announced = "content-length: ";
        for (String line : head) {
            if (line.startsWith(announced)) {
                answer.skip(Long.parseLong(line.substring(announced.length())));
            }
        }
    }

    /** Reads what is left until the other side closes; fails after 20 seconds when it does not. */
    public boolean isClosedByPeer() throws IOException {
        try {
            while (answer.read() >= 0) {
                // What is left of the body does not matter.
            }
        } catch (SocketException reset) {
            return true;
        }
        return true;
    }

    /** Breaks the connection off, as a machine that goes down does. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
