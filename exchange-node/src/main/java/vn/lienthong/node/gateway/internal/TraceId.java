package vn.lienthong.node.gateway.internal;

import jakarta.servlet.ServletRequest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The id of a request: 32 hexadecimal digits, taken from a W3C {@code traceparent} or made here. */
final class TraceId {
    static final String ATTRIBUTE = "vn.lienthong.traceId";
    private static final Pattern PARENT =
            Pattern.compile("00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
    private static final int LENGTH = 55;
    private static final int OCTETS = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private TraceId() {}

    /** The id of a request that passed the filter; one that did not gets an id now. */
    static String of(ServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof String known) {
            return known;
        }
        String made = make();
        request.setAttribute(ATTRIBUTE, made);
        return made;
    }

    /** Version 00 of the header only; anything else is ignored, as the recommendation demands. */
    static Optional<String> parse(String traceparent) {
        if (traceparent.length() != LENGTH) {
            return Optional.empty();
        }
        Matcher matcher = PARENT.matcher(traceparent);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    static String make() {
        byte[] octets = new byte[OCTETS];
        RANDOM.nextBytes(octets);
        return HexFormat.of().formatHex(octets);
    }
}
