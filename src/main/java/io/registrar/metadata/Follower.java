package io.registrar.metadata;

/** Who goes where a URI of a client leads; it says which hosts of a registration policy bound the URI. */
public enum Follower {
    /** The browser of a user: it is sent there, or lets a script or a frame from there in. {@code redirect-hosts} bound it. */
    BROWSER,
    /** Servers that read or call it, and whoever follows a link to a page. {@code uri-hosts} bound it. */
    OTHERS,
    /** Nobody: a name in the form of a URI. Nothing bounds it. */
    NOBODY
}
