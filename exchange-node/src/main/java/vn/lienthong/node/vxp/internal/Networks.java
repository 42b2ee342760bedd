package vn.lienthong.node.vxp.internal;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Networks from which a secret may be used.
 *
 * @param all from anywhere when there is none
 */
record Networks(List<Network> all) {

    private static final int MOST = 8;

    Networks {
        all = List.copyOf(all);
    }

    /** A network: addresses that begin with the same bits. */
    record Network(InetAddress base, int bits) {

        boolean holds(InetAddress address) {
            byte[] mine = base.getAddress();
            byte[] other = address.getAddress();
            if (mine.length != other.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((mine[bit / 8] & mask) != (other[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public String toString() {
            return base.getHostAddress() + "/" + bits;
        }
    }

    /** Reads addresses and networks such as {@code 10.1.0.0/16}, separated by blanks or commas; anything else is nothing. */
    static Optional<Networks> parse(String text) {
        List<Network> all = new ArrayList<>();
        for (String part : text.strip().split("[\\s,;]+", -1)) {
            if (!part.isEmpty()) {
                Optional<Network> network = one(part);
                if (network.isEmpty() || all.size() == MOST) {
                    return Optional.empty();
                }
                all.add(network.get());
            }
        }
        return Optional.of(new Networks(all));
    }

    private static Optional<Network> one(String text) {
        int stroke = text.indexOf('/');
        String address = stroke < 0 ? text : text.substring(0, stroke);
        String bits = stroke < 0 ? "" : text.substring(stroke + 1);
        if (stroke >= 0 && !bits.matches("[0-9]{1,3}")) {
            return Optional.empty();
        }
        try {
            // Literals only: nothing here is ever looked up.
            InetAddress base = InetAddress.ofLiteral(address);
            int all = base.getAddress().length * 8;
            int wanted = bits.isEmpty() ? all : Integer.parseInt(bits);
            return wanted <= all ? Optional.of(new Network(base, wanted)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    boolean allow(String remote) {
        if (all.isEmpty()) {
            return true;
        }
        try {
            InetAddress address = InetAddress.ofLiteral(remote);
            return all.stream().anyMatch(network -> network.holds(address));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return String.join(" ", all.stream().map(Network::toString).toList());
    }
}
