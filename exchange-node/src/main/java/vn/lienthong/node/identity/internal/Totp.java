package vn.lienthong.node.identity.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Time-based one-time codes: RFC 6238 over RFC 4226. */
public final class Totp {
    /** Octets of a shared secret, as long as the hash (RFC 4226 section 4, R6). */
    public static final int SECRET_OCTETS = 20;

    private static final String USUAL_HASH = "HmacSHA1";
    private static final int USUAL_DIGITS = 6;
    private static final long STEP_SECONDS = 30;
    private static final int DRIFT = 1;

    private Totp() {}

    /**
     * The code that a device shows at a time.
     *
     * @param secret shared secret
     * @param at the time
     * @return six digits
     */
    public static String code(byte[] secret, Instant at) {
        return code(USUAL_HASH, secret, step(at), USUAL_DIGITS);
    }

    /** The step of which the typed code is, within one step around now; the whole window is compared every time. */
    static OptionalLong stepOf(byte[] secret, String typed, Instant now) {
        long current = step(now);
        byte[] given = typed.getBytes(StandardCharsets.UTF_8);
        return LongStream.rangeClosed(current - DRIFT, current + DRIFT)
                .filter(step -> MessageDigest.isEqual(
                        code(USUAL_HASH, secret, step, USUAL_DIGITS).getBytes(StandardCharsets.UTF_8), given))
                .reduce((_, later) -> later);
    }

    static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
    }

    static String code(String hash, byte[] secret, long step, int digits) {
        byte[] mac =
                mac(hash, secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int offset = mac[mac.length - 1] & 0xf;
        int binary = ByteBuffer.wrap(mac).getInt(offset) & 0x7fff_ffff;
        String text = String.format(Locale.ROOT, "%0" + digits + "d", binary);
        return text.substring(text.length() - digits);
    }

    private static byte[] mac(String hash, byte[] secret, byte[] message) {
        try {
            Mac mac = Mac.getInstance(hash);
            mac.init(new SecretKeySpec(secret, hash));
            return mac.doFinal(message);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java platform has " + hash, missing);
        }
    }
}
