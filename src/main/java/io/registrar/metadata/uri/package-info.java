/** URIs on the raw text: syntax, hosts, what must not be fetched (reference C, F). */
package io.registrar.metadata.uri;
