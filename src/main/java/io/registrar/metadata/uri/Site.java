package io.registrar.metadata.uri;

import com.google.common.net.InternetDomainName;

/** What belongs to one owner in the DNS, as far as the public suffix list tells. */
public final class Site {

    private Site() {}

    /** The registrable domain of a host, {@code example.co.uk} of {@code www.example.co.uk}; else the host itself. */
    public static String of(String host) {
        if (!InternetDomainName.isValid(host)) {
            return host;
        }
        InternetDomainName name = InternetDomainName.from(host);
        return name.isUnderPublicSuffix() ? name.topPrivateDomain().toString() : host;
    }
}
