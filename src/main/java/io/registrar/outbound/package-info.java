/** The one client for everything that this service fetches (reference F): nothing else opens outbound connections. */
package io.registrar.outbound;
