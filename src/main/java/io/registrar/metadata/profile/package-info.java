/** Named sets of tightenings (reference B.7). */
package io.registrar.metadata.profile;
