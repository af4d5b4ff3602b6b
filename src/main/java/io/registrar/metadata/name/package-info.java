/** Names that users see, by how they look: which of them could be taken for the name of another (Unicode TS 39). */
package io.registrar.metadata.name;
