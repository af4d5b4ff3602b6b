/** What a connection may do before, between and behind its requests. */
package io.registrar.connection;
