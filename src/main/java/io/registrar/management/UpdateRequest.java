package io.registrar.management;

import java.util.Objects;

/**
 * A replacement as it is asked for.
 *
 * @param of what is asked for, of which client, by whom
 * @param rotateSecret whether another secret is wanted
 * @param body client metadata as a JSON document
 */
record UpdateRequest(ManagementRequest of, boolean rotateSecret, byte[] body) {

    UpdateRequest {
        Objects.requireNonNull(of);
        Objects.requireNonNull(body);
    }
}
