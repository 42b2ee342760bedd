package vn.lienthong.node.identity;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A range of network addresses from which a key may be used, in the notation of RFC 4632: {@code 10.20.0.0/16},
 * {@code 2001:db8::/32}, or one address alone.
 *
 * @param text as it was written; names of machines are never resolved
 */
public record AllowedNetwork(String text) {
    private static final int LONGEST = 49;
    private static final int HIGHEST_BIT = 0x80;
    private static final Pattern SHAPE = Pattern.compile("([0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*)(?:/([0-9]{1,3}))?");
    private static final Pattern FOUR = Pattern.compile("([0-9]{1,3}\\.){3}[0-9]{1,3}");

    /** Refuses what is no range of addresses; use {@link #parse} where the text comes from outside. */
    public AllowedNetwork {
        if (range(text).isEmpty()) {
            throw new IllegalArgumentException("not a range of network addresses");
        }
    }

    private record Range(InetAddress address, int bits) {}

    /**
     * Reads a range.
     *
     * @param text from outside, of any length and content
     * @return the range, or empty when it is none
     */
    public static Optional<AllowedNetwork> parse(String text) {
        return range(text).isPresent() ? Optional.of(new AllowedNetwork(text)) : Optional.empty();
    }

    /**
     * Tells whether an address lies in this range.
     *
     * @param address as the connection shows it, in digits
     * @return false as well for what is no address
     */
    public boolean contains(String address) {
        Optional<InetAddress> asked = digits(address);
        return asked.isPresent()
                && range(text).filter(range -> inside(range, asked.get())).isPresent();
    }

    private static boolean inside(Range range, InetAddress asked) {
        byte[] of = range.address().getAddress();
        byte[] octets = asked.getAddress();
        if (octets.length != of.length) {
            return false;
        }
        for (int bit = 0; bit < range.bits(); bit++) {
            int mask = HIGHEST_BIT >>> (bit % Byte.SIZE);
            if ((octets[bit / Byte.SIZE] & mask) != (of[bit / Byte.SIZE] & mask)) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Range> range(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher shape = SHAPE.matcher(text);
        if (!shape.matches()) {
            return Optional.empty();
        }
        String prefix = shape.group(2);
        return digits(shape.group(1)).flatMap(address -> {
            int all = address.getAddress().length * Byte.SIZE;
            int bits = prefix == null ? all : Integer.parseInt(prefix);
            return bits > all ? Optional.empty() : Optional.of(new Range(address, bits));
        });
    }

    /** Digits only, so that nothing is ever asked of a name server. */
    private static Optional<InetAddress> digits(String address) {
        int zone = address.indexOf('%');
        String digits = zone < 0 ? address : address.substring(0, zone);
        try {
            if (FOUR.matcher(digits).matches()) {
                return Optional.of(Inet4Address.ofLiteral(digits));
            }
            return digits.indexOf(':') < 0 ? Optional.empty() : Optional.of(Inet6Address.ofLiteral(digits));
        } catch (IllegalArgumentException wrong) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
