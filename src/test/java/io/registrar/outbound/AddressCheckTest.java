package io.registrar.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import io.registrar.metadata.OutboundPolicy;
import io.registrar.testing.Settings;
import java.net.InetAddress;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rows of reference F.2: the first and the last address of each range, and those next to it. */
class AddressCheckTest {

    private static final AddressCheck CHECK =
            new AddressCheck(Settings.of(OutboundPolicy.class, Map.of()), Set::<InetAddress>of);

    private static boolean admits(IPAddress address) {
        return CHECK.admits("sector.example.com", address.toInetAddress());
    }

    // Whether the address before, and the one after, may be connected to; empty where there is none.
    @ParameterizedTest
    @CsvSource({
        "0.0.0.0/8,, true",
        "10.0.0.0/8, true, true",
        "100.64.0.0/10, true, true",
        "127.0.0.0/8, true, true",
        "168.63.129.16/32, true, true",
        "169.254.0.0/16, true, true",
        "172.16.0.0/12, true, true",
        "192.0.0.0/24, true, true",
        "192.0.2.0/24, true, true",
        "192.31.196.0/24, true, true",
        "192.52.193.0/24, true, true",
        "192.88.99.0/24, true, true",
        "192.168.0.0/16, true, true",
        "192.175.48.0/24, true, true",
        "198.18.0.0/15, true, true",
        "198.51.100.0/24, true, true",
        "203.0.113.0/24, true, true",
        "224.0.0.0/4, true, false",
        "240.0.0.0/4, false,",
        "::/96,, false",
        "::ffff:0:0:0/96, false, false",
        "64:ff9b::/96, false, false",
        "64:ff9b:1::/48, false, false",
        "100::/64, false, false",
        "100:0:0:1::/64, false, false",
        "::/3,, true",
        "2001::/23, true, true",
        "2001:db8::/32, true, true",
        "2002::/16, true, true",
        "2620:4f:8000::/48, true, true",
        "3fff::/20, true, true",
        "4000::/2, true, false",
        "5f00::/16, false, false",
        "8000::/1, false,",
        "fc00::/7, false, false",
        "fe80::/10, false, false",
        "fec0::/10, false, false",
        "ff00::/8, false,"
    })
    void aRangeIsBlockedFromItsFirstToItsLastAddressAndNoFurther(String range, Boolean before, Boolean after) {
        IPAddress block = new IPAddressString(range).getAddress();
        IPAddress first = block.getLower().withoutPrefixLength();
        IPAddress last = block.getUpper().withoutPrefixLength();
        assertFalse(admits(first), first::toString);
        assertFalse(admits(last), last::toString);
        if (before != null) {
            assertEquals(before, admits(first.increment(-1)), () -> "before " + first);
        }
        if (after != null) {
            assertEquals(after, admits(last.increment(1)), () -> "after " + last);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "::ffff:10.0.0.0, false", "::ffff:10.255.255.255, false", "::ffff:9.255.255.255, true",
        "::ffff:11.0.0.0, true", "2606:4700::5efe:10.0.0.0, false", "2606:4700::200:5efe:10.255.255.255, false",
        "2606:4700::5efe:11.0.0.0, true", "2606:4700::5eff:10.0.0.0, true"
    })
    void anIpv4AddressInsideAnotherIsJudgedItself(String address, boolean admitted) throws Exception {
        assertEquals(admitted, CHECK.admits("sector.example.com", InetAddress.getByName(address)));
    }

    @Test
    void anInterfaceOfThisMachineIsBlockedThoughItsAddressIsPublic() throws Exception {
        InetAddress own = InetAddress.getByName("2606:4700::1");
        AddressCheck check = new AddressCheck(Settings.of(OutboundPolicy.class, Map.of()), () -> Set.of(own));
        assertFalse(check.admits("sector.example.com", own));
    }
}
