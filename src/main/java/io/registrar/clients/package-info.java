/** What whoever registered clients, and operators, do to them; clients themselves come to {@code management}. */
package io.registrar.clients;
