package io.registrar.metadata;

/**
 * When a member is judged. Violations are reported in this order, so that one request always gets the same answer:
 * stages first, then the order of the table.
 */
public enum Stage {
    SOFTWARE_STATEMENT,
    /** JSON types of every member, whatever the member's own stage. */
    TYPES,
    GRANTS_AND_RESPONSES,
    REDIRECT_URIS,
    AUTHENTICATION,
    REMAINING
}
