package vn.lienthong.node.webhook.internal;

import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;

/**
 * To which addresses a webhook may lead: public ones, and the networks that the installation allows. A person who sets a webhook must not
 * get this program to talk to the machines beside it.
 */
final class TargetNetworks {
    private static final List<Network> NOT_PUBLIC = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/3",
                    "2001::/23",
                    "2001:db8::/32",
                    "2002::/16",
                    "3fff::/20")
            .map(Network::parse)
            .toList();
    private static final Network PUBLIC_SIX = Network.parse("2000::/3");

    private final List<Network> allowed;

    /**
     * Reads the networks that are allowed besides.
     *
     * @throws IllegalArgumentException if one is no network
     */
    TargetNetworks(List<String> allowed) {
        this.allowed = allowed.stream().map(Network::parse).toList();
    }

    boolean allows(InetAddress address) {
        return allowed.stream().anyMatch(network -> network.holds(address)) || isPublic(address);
    }

    private static boolean isPublic(InetAddress address) {
        boolean known = address instanceof Inet4Address || PUBLIC_SIX.holds(address);
        return known && NOT_PUBLIC.stream().noneMatch(network -> network.holds(address));
    }

    /**
     * A range of addresses of one family.
     *
     * @param first any address in it
     * @param octets 4 or 16
     * @param bits how many of the leading bits are the same
     */
    private record Network(BigInteger first, int octets, int bits) {
        static Network parse(String text) {
            int slash = text.indexOf('/');
            // Only literals: a name would be looked up.
            if (slash < 1 || !text.matches("[0-9a-fA-F:.]+/\\d{1,3}")) {
                throw new IllegalArgumentException("not a network: " + text);
            }
            try {
                byte[] octets = InetAddress.getByName(text.substring(0, slash)).getAddress();
                int bits = Integer.parseInt(text.substring(slash + 1));
                if (bits > octets.length * Byte.SIZE) {
                    throw new IllegalArgumentException("not a network: " + text);
                }
                return new Network(new BigInteger(1, octets), octets.length, bits);
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException("not a network: " + text, e);
            }
        }

        boolean holds(InetAddress address) {
            byte[] other = address.getAddress();
            int shift = octets * Byte.SIZE - bits;
            return other.length == octets
                    && new BigInteger(1, other).shiftRight(shift).equals(first.shiftRight(shift));
        }
    }
}
