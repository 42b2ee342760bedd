package vn.lienthong.core.directory;

import java.net.URI;
import java.net.URISyntaxException;

/** The rules for the address of a node. */
final class ExchangeUrl {

    private static final int MAX_LENGTH = 300;

    private ExchangeUrl() {}

    static String require(String text) {
        if (text.length() > MAX_LENGTH || !isPlainHttps(text)) {
            throw new IllegalArgumentException("a node is reached at a plain https address");
        }
        return text;
    }

    private static boolean isPlainHttps(String text) {
        try {
            URI uri = new URI(text);
            return "https".equals(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && !text.endsWith("/");
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
