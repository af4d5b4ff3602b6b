/** Registrar. */
package io.registrar;
