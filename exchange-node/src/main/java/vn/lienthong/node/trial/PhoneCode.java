package vn.lienthong.node.trial;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What an authenticator app shows (RFC 6238), for trying log-ins out without a phone. Knows nothing of the servers' own code. */
final class PhoneCode {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final String HASH = "HmacSHA1";
    private static final int BITS_PER_LETTER = 5;
    private static final int STEP_SECONDS = 30;
    private static final int SIX_DIGITS = 1_000_000;

    private PhoneCode() {}

    /**
     * Six digits.
     *
     * @param base32 the secret as the server handed it out
     * @throws IllegalArgumentException if it is no Base32
     */
    static String at(String base32, Instant now) {
        try {
            Mac mac = Mac.getInstance(HASH);
            mac.init(new SecretKeySpec(octets(base32), HASH));
            byte[] digest = mac.doFinal(ByteBuffer.allocate(Long.BYTES)
                    .putLong(now.getEpochSecond() / STEP_SECONDS)
                    .array());
            int offset = digest[digest.length - 1] & 0xf;
            int number = ByteBuffer.wrap(digest).getInt(offset) & Integer.MAX_VALUE;
            return String.format(Locale.ROOT, "%06d", number % SIX_DIGITS);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java platform has " + HASH, missing);
        }
    }

    private static byte[] octets(String base32) {
        ByteBuffer octets = ByteBuffer.allocate(base32.length() * BITS_PER_LETTER / Byte.SIZE);
        int held = 0;
        int bits = 0;
        for (int place = 0; place < base32.length(); place++) {
            int value = ALPHABET.indexOf(base32.charAt(place));
            if (value < 0) {
                throw new IllegalArgumentException("not Base32");
            }
            held = ((held << BITS_PER_LETTER) | value) & 0xfff;
            bits += BITS_PER_LETTER;
            if (bits >= Byte.SIZE) {
                bits -= Byte.SIZE;
                octets.put((byte) (held >> bits));
            }
        }
        return octets.array();
    }
}
