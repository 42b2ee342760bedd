package vn.lienthong.node.directory.internal.server;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/** Host names and literal addresses as they may stand in certificates. */
final class HostNames {

    private static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
    private static final Pattern NAME = Pattern.compile(
            "(?=.{1,253}$)[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*");
    private static final int MAX_PORT = 65_535;

    private HostNames() {}

    /** Whether it is a literal address. */
    static boolean isAddress(String host) {
        return IPV4.matcher(host).matches() || (host.startsWith("[") && host.endsWith("]"));
    }

    /** A literal address without brackets. */
    static String bare(String address) {
        return address.startsWith("[") ? address.substring(1, address.length() - 1) : address;
    }

    /** An address of an exchange port, {@code https://host:port}, without path, user, query or fragment. */
    static Optional<URI> exchangeUrl(String text) {
        if (text.length() > 300) {
            return Optional.empty();
        }
        try {
            URI uri = URI.create(text);
            String host = uri.getHost();
            boolean plain = "https".equals(uri.getScheme())
                    && uri.getRawUserInfo() == null
                    && (uri.getRawPath() == null || uri.getRawPath().isEmpty())
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && uri.getPort() <= MAX_PORT;
            return plain
                            && host != null
                            && (isAddress(host) || NAME.matcher(host).matches())
                    ? Optional.of(uri)
                    : Optional.empty();
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }
}
