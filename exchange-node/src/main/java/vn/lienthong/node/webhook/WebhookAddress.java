package vn.lienthong.node.webhook;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a webhook leads: HTTPS, a host name, no user, no fragment.
 *
 * @param host in lower case
 * @param port 443, or 1024 and above
 * @param target path and query as they go into the request
 */
public record WebhookAddress(String host, int port, String target) {
    private static final int LONGEST = 500;
    private static final int HTTPS = 443;
    private static final int FIRST_FREE = 1024;
    private static final Pattern HOST = Pattern.compile("(?=.{1,253}$)[a-z0-9-]{1,63}(\\.[a-z0-9-]{1,63})*");
    private static final Pattern TARGET = Pattern.compile("/[\\x21-\\x7e]*");

    /** Reads what somebody typed. */
    public static Optional<WebhookAddress> parse(String typed) {
        String text = typed.strip();
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return of(new URI(text));
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }

    private static Optional<WebhookAddress> of(URI address) {
        if (!"https".equalsIgnoreCase(address.getScheme())
                || address.getHost() == null
                || address.getRawUserInfo() != null
                || address.getRawFragment() != null) {
            return Optional.empty();
        }
        String host = address.getHost().toLowerCase(Locale.ROOT);
        int port = address.getPort() < 0 ? HTTPS : address.getPort();
        String path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        String target = address.getRawQuery() == null ? path : path + "?" + address.getRawQuery();
        boolean sound = HOST.matcher(host).matches()
                && (port == HTTPS || port >= FIRST_FREE)
                && TARGET.matcher(target).matches();
        return sound ? Optional.of(new WebhookAddress(host, port, target)) : Optional.empty();
    }
}
