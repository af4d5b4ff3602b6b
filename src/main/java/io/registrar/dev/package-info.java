/**
 * What a developer's machine needs and production has not: PostgreSQL itself, a token issuer, a banner, and the main
 * method that brings them up for {@code quarkus:dev}. Nothing depends on this package, and it is not in the product.
 */
package io.registrar.dev;
