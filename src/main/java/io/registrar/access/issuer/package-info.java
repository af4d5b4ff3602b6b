/** Access tokens: the issuers whose tokens are admitted, their keys, and what a verified token allows. */
package io.registrar.access.issuer;
