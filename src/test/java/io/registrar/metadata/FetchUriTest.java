package io.registrar.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import inet.ipaddr.IPAddressString;
import io.registrar.metadata.uri.BlockedAddresses;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FetchUriTest {

    private static final Registrations STRICT = Registrations.with();

    private static boolean isAccepted(Registrations deployment, String uri) {
        List<Violation> violations = deployment.violations(Json.webClient("").put("jwks_uri", uri));
        violations.forEach(violation -> assertEquals("/jwks_uri", violation.pointer()));
        return violations.isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://keys.example.com/jwks.json", "https://keys.example.com:443/?a=b", "https://8.8.8.8/jwks",
                "https://[2606:4700::1111]/jwks", "https://internal.example.com/", "https://mylocalhost.example/",
                "https://svc.example/", "https://www.metadata.goog/"
            })
    void publicAddressesAndNamesAreAccepted(String uri) {
        assertTrue(isAccepted(STRICT, uri));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://keys.example.com/",
                "https://keys.example.com/#",
                "https://u:p@keys.example.com/",
                "https://keys.example.com:8443/",
                "https://keys.example.com:80/",
                "https://keys.example.com:/",
                "https://keys.example.com./",
                "https://localhost/",
                "https://LOCALHOST/",
                "https://a.localhost/",
                "https://printer.local/",
                "https://a.internal/",
                "https://a.intranet/",
                "https://a.lan/",
                "https://a.home.arpa/",
                "https://a.corp/",
                "https://a.home/",
                "https://keys.default.svc/",
                "https://a.svc.cluster.local/",
                "https://a.onion/",
                "https://keys/",
                "https://metadata.google.internal/",
                "https://metadata.goog/",
                "https://instance-data/",
                "https://127.1/",
                "https://2130706433/",
                "https://0x7f000001/",
                "https://0177.0.0.1/",
                "https://[::1]/",
                "https://127.0.0.1/",
                "https://169.254.169.254/latest/meta-data/",
                "https://10.0.0.1/",
                "https://[fd00:ec2::254]/",
                "https://[::ffff:10.0.0.1]/",
                "https://[64:ff9b::a00:1]/",
                "https://100.100.100.200/",
                "file:///etc/passwd",
                "https://\u2488.example/",
                "gopher://keys.example.com/",
                "",
                "keys.example.com",
                "https://8.8.8.8.:443/"
            })
    void whatLeadsInsideIsRefused(String uri) {
        assertFalse(isAccepted(STRICT, uri));
    }

    @Test
    void portsAndNamesAreAMatterOfConfiguration() {
        Registrations deployment = Registrations.with(
                "registrar.outbound.allowed-ports",
                "443,8443",
                "registrar.outbound.denied-names",
                "*.acme.example,config.example");
        assertTrue(isAccepted(deployment, "https://keys.example.com:8443/"));
        assertTrue(isAccepted(deployment, "https://acme.example/"));
        assertFalse(isAccepted(deployment, "https://keys.example.com:8444/"));
        assertFalse(isAccepted(deployment, "https://a.acme.example/"));
        assertFalse(isAccepted(deployment, "https://CONFIG.example/"));
        assertFalse(isAccepted(deployment, "https://localhost/"));
    }

    @Test
    void exceptionsNameAHostAndItsNetwork() {
        Registrations deployment = Registrations.with(
                "registrar.outbound.allowed-fetch-networks.\"keys.internal\"", "10.0.0.0/8",
                "registrar.outbound.allowed-fetch-networks.\"10.1.2.3\"", "10.1.0.0/16",
                "registrar.outbound.allowed-fetch-networks.\"10.9.9.9\"", "10.1.0.0/16");
        assertTrue(isAccepted(deployment, "https://keys.internal/"));
        assertTrue(isAccepted(deployment, "https://10.1.2.3/"));
        assertFalse(isAccepted(deployment, "https://10.1.2.4/"));
        assertFalse(isAccepted(deployment, "https://10.9.9.9/"));
        assertFalse(isAccepted(deployment, "https://other.internal/"));
    }

    // First and last addresses of every range of reference F.2.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.255.255.255",
                "10.0.0.0",
                "10.255.255.255",
                "100.64.0.0",
                "100.127.255.255",
                "127.0.0.0",
                "127.255.255.255",
                "168.63.129.16",
                "169.254.0.0",
                "169.254.169.254",
                "169.254.255.255",
                "172.16.0.0",
                "172.31.255.255",
                "192.0.0.0",
                "192.0.0.192",
                "192.0.0.255",
                "192.0.2.0",
                "192.0.2.255",
                "192.31.196.0",
                "192.31.196.255",
                "192.52.193.0",
                "192.52.193.255",
                "192.88.99.0",
                "192.88.99.255",
                "192.168.0.0",
                "192.168.255.255",
                "192.175.48.0",
                "192.175.48.255",
                "198.18.0.0",
                "198.19.255.255",
                "198.51.100.0",
                "198.51.100.255",
                "203.0.113.0",
                "203.0.113.255",
                "224.0.0.0",
                "239.255.255.255",
                "240.0.0.0",
                "255.255.255.255",
                "::",
                "::1",
                "::127.0.0.1",
                "::ffff:10.0.0.1",
                "::ffff:0:8.8.8.8",
                "64:ff9b::8.8.8.8",
                "64:ff9b:1::1",
                "100::1",
                "100:0:0:1::1",
                "2001::1",
                "2001:1ff:ffff::1",
                "2001:2::1",
                "2001:db8::1",
                "2001:db8:ffff:ffff:ffff:ffff:ffff:ffff",
                "2002::1",
                "2002:ffff::1",
                "2620:4f:8000::1",
                "2620:4f:8000:ffff::1",
                "3fff::1",
                "3fff:fff:ffff::1",
                "5f00::1",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "1fff:ffff::1",
                "4000::1",
                "2606:4700::5efe:10.0.0.1",
                "2606:4700::200:5efe:10.0.0.1"
            })
    void addressesThatNobodyFetchesFrom(String address) {
        assertTrue(BlockedAddresses.isBlocked(new IPAddressString(address).getAddress()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.0.0.0",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.0",
                "168.63.129.15",
                "168.63.129.17",
                "169.253.255.255",
                "169.255.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "191.255.255.255",
                "192.0.1.0",
                "192.0.1.255",
                "192.0.3.0",
                "192.31.195.255",
                "192.31.197.0",
                "192.52.192.255",
                "192.52.194.0",
                "192.88.98.255",
                "192.88.100.0",
                "192.167.255.255",
                "192.169.0.0",
                "192.175.47.255",
                "192.175.49.0",
                "198.17.255.255",
                "198.20.0.0",
                "198.51.99.255",
                "198.51.101.0",
                "203.0.112.255",
                "203.0.114.0",
                "223.255.255.255",
                "::ffff:8.8.8.8",
                "2000::1",
                "2001:200::1",
                "2001:db7:ffff::1",
                "2001:db9::1",
                "2003::1",
                "2620:4f:7fff::1",
                "2620:4f:8001::1",
                "3ffe:ffff::1",
                "3fff:1000::1",
                "2606:4700::5efe:8.8.8.8",
                "2606:4700::100:5efe:10.0.0.1"
            })
    void theirNeighboursAreFine(String address) {
        assertFalse(BlockedAddresses.isBlocked(new IPAddressString(address).getAddress()));
    }
}
