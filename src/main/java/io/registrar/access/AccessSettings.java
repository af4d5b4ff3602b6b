package io.registrar.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * Who may come, and with what. What is said of tokens holds for those of the issuer in {@code quarkus.oidc}; further
 * issuers have settings of their own.
 */
@ConfigMapping(prefix = "registrar.access")
public interface AccessSettings extends TokenSettings {

    /**
     * The kinds of credential admitted at the registration endpoint, comma-separated: `access-token`,
     * `initial-access-token` for those that operators hand out, and `open` for registration without any, by everybody.
     */
    @WithDefault("access-token,initial-access-token")
    Set<String> credentials();

    /** The registration policy of open registrations. */
    @WithDefault("default")
    String openPolicy();

    /** Says that open registration is meant in production, too; else a production service does not start with it. */
    @WithDefault("false")
    boolean allowOpenRegistrationInProduction();

    /** The scope that a token must have to register clients. */
    @WithDefault("IdentityServer.Configuration")
    String registrationScope();

    /** The scope of operators; like the registration scope it can never be registered for a client. */
    @WithDefault("IdentityServer.Configuration.Operator")
    String operatorScope();

    /**
     * The audiences of this service, comma-separated: a token must name one of them exactly. Set in the application to
     * the registration endpoint's URL.
     */
    Set<String> audience();

    /** Further issuers whose tokens are admitted, each by a name of your choice. */
    Map<String, IssuerSettings> issuers();

    /** How many seconds an issuer's clock may be off; 60 at most. */
    @WithDefault("60")
    int clockSkewSeconds();

    /** How many times in a row an unknown key may make the service fetch an issuer's keys anew. */
    @WithDefault("5")
    int keyRefreshBurst();

    /** After how long one more of these fetches is allowed. */
    @WithDefault("PT10S")
    Duration keyRefreshInterval();

    /**
     * How often the keys of every issuer are fetched anew without a reason: for so long at most a key is good that its
     * issuer withdrew.
     */
    @WithDefault("PT10M")
    Duration keyRenewalInterval();
}
