package io.registrar.outbound;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.net.ProxyOptions;
import io.vertx.core.net.ProxyType;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** The HTTP proxy that the operator mandates for what clients name (reference F.1 step 6). */
record FetchProxy(String host, int port, Optional<Credentials> credentials) {

    private static final int MOST_PORT = 65535;

    /** What the proxy asks for. */
    record Credentials(String username, String password) {

        @Override
        public String toString() {
            return username;
        }
    }

    /** @throws ConfigurationException when the settings make no proxy; the message names them and never their values */
    static Optional<FetchProxy> of(FetchSettings settings) {
        boolean named = settings.proxyUsername().isPresent();
        if (named != settings.proxyPassword().isPresent()
                || (named && settings.proxy().isEmpty())) {
            throw new ConfigurationException("registrar.outbound.proxy-username and registrar.outbound.proxy-password"
                    + " go together, and with registrar.outbound.proxy");
        }
        return settings.proxy()
                .map(FetchProxy::checked)
                .map(uri -> new FetchProxy(
                        uri.getHost(),
                        uri.getPort(),
                        settings.proxyUsername()
                                .map(username -> new Credentials(
                                        username, settings.proxyPassword().orElseThrow()))));
    }

    private static URI checked(URI uri) {
        boolean plain = uri.getHost() != null
                && uri.getPort() > 0
                && uri.getPort() <= MOST_PORT
                && uri.getRawUserInfo() == null
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null
                && (uri.getRawPath().isEmpty() || uri.getRawPath().equals("/"));
        if (!plain || !"http".equalsIgnoreCase(uri.getScheme())) {
            throw new ConfigurationException("registrar.outbound.proxy must be http://host:port; its user name and"
                    + " password have settings of their own");
        }
        return uri;
    }

    ProxyOptions options(Duration connecting) {
        ProxyOptions options = new ProxyOptions()
                .setType(ProxyType.HTTP)
                .setHost(host)
                .setPort(port)
                .setConnectTimeout(connecting);
        credentials.ifPresent(them -> options.setUsername(them.username()).setPassword(them.password()));
        return options;
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
