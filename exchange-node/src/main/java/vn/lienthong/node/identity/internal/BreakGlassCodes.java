package vn.lienthong.node.identity.internal;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.lienthong.node.identity.BreakGlass.Halves;

/** Both halves of the credentials: 99 bits each. Only both together have a digest, so that nobody can try one half alone. */
public final class BreakGlassCodes {
    private static final Pattern SHAPE = Pattern.compile("[a-z2-9]{20}");
    private static final int LONGEST = 64;

    private BreakGlassCodes() {}

    /**
     * Draws both.
     *
     * @param random where they come from
     * @return two halves that have nothing to do with one another
     */
    public static Halves draw(SecureRandom random) {
        return new Halves(
                InitialPasswords.draw(random).reveal(),
                InitialPasswords.draw(random).reveal());
    }

    /**
     * The digest of both.
     *
     * @param halves as typed
     * @return empty when they cannot be halves
     */
    public static Optional<byte[]> digest(Halves halves) {
        String first = bare(halves.first());
        String second = bare(halves.second());
        return SHAPE.matcher(first).matches() && SHAPE.matcher(second).matches()
                ? Optional.of(
                        Digests.sha256(("break-glass:" + first + ":" + second).getBytes(StandardCharsets.US_ASCII)))
                : Optional.empty();
    }

    private static String bare(String typed) {
        return typed.length() > LONGEST ? "" : typed.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
    }
}
