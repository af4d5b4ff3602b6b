/** What the identity server can do (reference 0 and G.2). */
package io.registrar.metadata.capability;
