/** Named policies that bound what a caller may register: settings, inline limits, demands, and their description. */
package io.registrar.metadata.policy;
