/**
 * What a client says about itself: reading it strictly, the one table of members, and the rules. Pure Java, no I/O;
 * knows no other room of the house.
 */
package io.registrar.metadata;
