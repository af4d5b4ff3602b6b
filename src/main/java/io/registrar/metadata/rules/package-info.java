/** How members go together (reference B, C). */
package io.registrar.metadata.rules;
