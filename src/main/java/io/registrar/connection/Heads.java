package io.registrar.connection;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import java.util.Set;

/**
 * The heads of the requests that a client sends over one connection of HTTP/1.1, held to the letter of RFC 9112 before
 * anything is made of them. A server that reads more into a request than another one before it does can be made to see
 * requests that the other one did not (RFC 9112 section 11.2).
 */
final class Heads {

    private static final int LONGEST_LINE = 65_536;
    private static final int LONGEST_LENGTH = 15;
    private static final Set<String> VERSIONS = Set.of("HTTP/1.0", "HTTP/1.1", "HTTP/1.2");
    private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";

    private final StringBuilder line = new StringBuilder();
    private boolean afterEmptyLine;
    private String version;
    private String length;
    private boolean coded;
    private long bodyLeft;
    private boolean endless;

    /** Whether what comes next begins a request. */
    boolean isBetweenRequests() {
        return version == null && line.length() == 0 && bodyLeft == 0 && !endless;
    }

    /**
     * Reads up to the end of a request, or of what has arrived of it.
     *
     * @return whether it is to the letter so far; of what is not, the rest must not be read
     */
    boolean take(ByteBuf bytes) {
        if (endless || bodyLeft > 0) {
            int read = endless ? bytes.readableBytes() : (int) Math.min(bodyLeft, bytes.readableBytes());
            bytes.skipBytes(read);
            bodyLeft = Math.max(0, bodyLeft - read);
            return true;
        }
        while (bytes.isReadable() && !endless) {
            char octet = (char) bytes.readUnsignedByte();
            if (octet != '\n') {
                line.append(octet);
                // The decoder has refused it by then, and reads nothing more.
                endless |= line.length() > LONGEST_LINE;
            } else if (!endsLine() || !take(line.toString())) {
                return false;
            } else {
                boolean endsHead = line.length() == 0 && version != null;
                line.setLength(0);
                if (endsHead) {
                    return endHead();
                }
            }
        }
        return true;
    }

    private boolean endsLine() {
        int last = line.length() - 1;
        if (last < 0 || line.charAt(last) != '\r') {
            return false;
        }
        line.setLength(last);
        return true;
    }

    private boolean take(String text) {
        if (version != null) {
            return text.isEmpty() || takeHeader(text);
        }
        if (text.isEmpty()) {
            // RFC 9112 section 2.2: one may come before a request.
            boolean first = !afterEmptyLine;
            afterEmptyLine = true;
            return first;
        }
        return takeRequestLine(text);
    }

    private boolean takeRequestLine(String text) {
        String[] parts = text.split(" ", -1);
        if (parts.length != 3 || !isToken(parts[0]) || !RequestTarget.isWellFormed(parts[1])) {
            return false;
        }
        version = parts[2];
        return VERSIONS.contains(version);
    }

    private boolean takeHeader(String text) {
        int colon = text.indexOf(':');
        if (colon < 0 || !isToken(text.substring(0, colon))) {
            return false;
        }
        String name = text.substring(0, colon);
        String value = text.substring(colon + 1);
        if (!value.chars().allMatch(octet -> octet == '\t' || octet >= ' ' && octet != 0x7f)) {
            return false;
        }
        if (HttpHeaderNames.CONTENT_LENGTH.contentEqualsIgnoreCase(name)) {
            return takeLength(value.strip());
        }
        return !HttpHeaderNames.TRANSFER_ENCODING.contentEqualsIgnoreCase(name) || takeCoding(value.strip());
    }

    private boolean takeLength(String value) {
        boolean only = length == null;
        length = value;
        return only
                && !value.isEmpty()
                && value.length() <= LONGEST_LENGTH
                && value.chars().allMatch(octet -> octet >= '0' && octet <= '9');
    }

    private boolean takeCoding(String value) {
        boolean only = !coded;
        coded = true;
        return only && HttpHeaderValues.CHUNKED.contentEqualsIgnoreCase(value);
    }

    private boolean endHead() {
        boolean framedOnce = !coded || length == null && !"HTTP/1.0".equals(version);
        bodyLeft = length == null ? 0 : Long.parseLong(length);
        // Behind chunks nothing is read on this connection; the decoder judges them.
        endless = coded;
        version = null;
        length = null;
        coded = false;
        afterEmptyLine = false;
        return framedOnce;
    }

    /** RFC 9110 section 5.6.2. */
    private static boolean isToken(String text) {
        return !text.isEmpty()
                && text.chars()
                        .allMatch(octet ->
                                octet < 0x80 && Character.isLetterOrDigit(octet) || TOKEN_MARKS.indexOf(octet) >= 0);
    }
}
