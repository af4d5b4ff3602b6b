/** How much a caller, a source and all together may ask of this service. */
package io.registrar.limits;
