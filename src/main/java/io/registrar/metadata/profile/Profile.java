package io.registrar.metadata.profile;

import java.util.Locale;

/**
 * A named set of tightenings (reference B.7). A profile only ever tightens: what the settings refuse stays refused. What
 * it demands of every client anyway, such as PKCE with S256 or refresh tokens of public clients that rotate or are
 * bound, is the rules' matter.
 */
public enum Profile {
    /** Best current practice, strictly (RFC 9700). */
    RFC9700,
    /** OAuth 2.1, which made that practice its text. */
    OAUTH21,
    /** FAPI 2.0 Security Profile. */
    FAPI2_SECURITY,
    /** FAPI 2.0 Message Signing: the same with signed requests, and what the deployment selects beside them. */
    FAPI2_MESSAGE_SIGNING;

    /** Its name in settings and in JSON. */
    public String settingName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it is one of FAPI 2.0. */
    public boolean isFapi() {
        return this == FAPI2_SECURITY || this == FAPI2_MESSAGE_SIGNING;
    }
}
