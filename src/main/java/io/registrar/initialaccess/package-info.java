/** The initial access tokens that operators hand out (RFC 7591 section 1.2): issue, list, revoke. */
package io.registrar.initialaccess;
