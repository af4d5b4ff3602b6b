package io.registrar.http;

import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.registrar.metadata.uri.ConfiguredUrl;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * The service's own URLs, made from configuration alone: a request's {@code Host} or {@code X-Forwarded-Host} could
 * lead clients, and their registration access tokens, to somebody else's host (metadata reference, G.4).
 */
@Startup
@Singleton
public final class ServiceAddress {

    private static final Logger LOG = Logger.getLogger(ServiceAddress.class);
    private static final Pattern PATH = Pattern.compile("(?:/[A-Za-z0-9._~-]++)++");

    private final URI publicBaseUrl;
    private final String registrationPath;

    /** @throws ConfigurationException when a setting cannot be used; the message names it and tells how to mend it */
    ServiceAddress(ServiceSettings settings) {
        publicBaseUrl = checked(settings.publicBaseUrl());
        registrationPath = checkedPath(settings.registrationPath());
        if (!publicBaseUrl.getScheme().equals("https")) {
            LOG.warnf(
                    "registrar.public-base-url is %s: good for this machine only; set it to the https URL that clients use",
                    publicBaseUrl);
        }
    }

    /** The registration endpoint, as clients reach it. */
    public String registrationEndpoint() {
        return publicBaseUrl + registrationPath;
    }

    /** The client configuration endpoint of a client: its {@code registration_client_uri} (RFC 7592 section 3). */
    public String registrationClientUri(String clientId) {
        return registrationEndpoint() + "/" + clientId;
    }

    /** Where the metadata of the registration endpoint is, as a protected resource (RFC 9728 section 3.1). */
    public String resourceMetadata() {
        String origin = publicBaseUrl.getScheme() + "://" + publicBaseUrl.getRawAuthority();
        return origin + ResourcePath.WELL_KNOWN + registrationEndpoint().substring(origin.length());
    }

    /** Whether that is what a path means; a proxy in front may have taken the public URL's own path away or not. */
    boolean isResourceMetadata(String path) {
        return path.equals(ResourcePath.WELL_KNOWN + registrationPath)
                || path.equals(URI.create(resourceMetadata()).getPath());
    }

    String registrationPath() {
        return registrationPath;
    }

    URI publicBaseUrl() {
        return publicBaseUrl;
    }

    private static URI checked(URI url) {
        if (!ConfiguredUrl.isSecure(url)
                || url.getRawQuery() != null
                || url.toString().endsWith("/")) {
            throw new ConfigurationException("registrar.public-base-url must be an absolute https URL without user,"
                    + " query, fragment and trailing slash (http only for localhost, 127.0.0.1 and [::1])");
        }
        return url;
    }

    private static String checkedPath(String path) {
        if (!PATH.matcher(path).matches() || path.contains("/.")) {
            throw new ConfigurationException(
                    "registrar.registration-path must begin with / and hold letters, digits, - . _ ~ and single slashes");
        }
        for (String taken : List.of(ResourcePath.CLIENTS, ResourcePath.INITIAL_ACCESS_TOKENS)) {
            if (path.equals(taken) || path.startsWith(taken + "/")) {
                throw new ConfigurationException("registrar.registration-path must leave " + taken + " to operators");
            }
        }
        return path;
    }
}
