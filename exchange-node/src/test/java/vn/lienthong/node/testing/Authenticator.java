package vn.lienthong.node.testing;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import vn.lienthong.node.identity.internal.Totp;

/** The app on a person's phone: shows a code for a secret, and has a clock of its own. */
public final class Authenticator {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final byte[] secret;

    /** Takes the secret as people type it, with or without blanks. */
    public Authenticator(String base32) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        int held = 0;
        int bits = 0;
        for (char letter : base32.replace(" ", "").toUpperCase(Locale.ROOT).toCharArray()) {
            held = (held << 5 | ALPHABET.indexOf(letter)) & 0xfff;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                octets.write(held >> bits);
            }
        }
        this.secret = octets.toByteArray();
    }

    /** The six digits at a time. */
    public String code(Instant at) {
        return Totp.code(secret, at);
    }

    /** Six digits that are wrong at a time and around it. */
    public String wrongCode(Instant at) {
        String far = code(at.plus(Duration.ofHours(1)));
        return far.equals(code(at)) ? code(at.plus(Duration.ofHours(2))) : far;
    }
}
