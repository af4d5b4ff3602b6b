/** What single values must be (reference 0). */
package io.registrar.metadata.value;
