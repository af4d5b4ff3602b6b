/** Public keys of clients (reference A.13). */
package io.registrar.metadata.key;
