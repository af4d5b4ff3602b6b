/** What the identity server says of itself in its discovery document (reference G.2). */
package io.registrar.discovery;
