package io.registrar.outbound;

import java.time.Duration;

/**
 * How much time and space a fetch may take (reference F.1 steps 2, 9 and 11).
 *
 * @param whole from the first look at the name to the last byte of the body
 * @param resolving for the addresses of the name
 * @param connecting for the TCP connection
 * @param bodyBytes the body
 * @param headerBytes all headers together
 * @param inFlight fetches at one time
 * @param inFlightPerHost fetches from one host at one time
 * @param failuresKept how long a failure is the answer to the next request for the same document
 */
record FetchLimits(
        Duration whole,
        Duration resolving,
        Duration connecting,
        int bodyBytes,
        int headerBytes,
        int inFlight,
        int inFlightPerHost,
        Duration failuresKept) {

    static final FetchLimits STANDARD = new FetchLimits(
            Duration.ofSeconds(5),
            Duration.ofSeconds(2),
            Duration.ofSeconds(2),
            5 * 1024 * 1024,
            32 * 1024,
            20,
            2,
            Duration.ofSeconds(30));

    /** Addresses of one name. */
    static final int MOST_ADDRESSES = 32;

    /** Characters of a URI: more than any member may have. */
    static final int LONGEST_URI = 8192;
}
