package vn.lienthong.core.directory;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;
import vn.lienthong.core.value.Sha256;

/**
 * A public key that verifies notes of a log or cosignatures of a witness, in its only spelling: the vkey of C2SP signed-note.
 *
 * <p>Guarantees: name, identifier, type and length belong together. Does not guarantee that the octets are a point of a curve.
 *
 * @param text {@code name+identifier+base64}
 */
public record LogKey(String text) {

    /** The longest name in octets. */
    public static final int MAX_NAME = 255;

    private static final int MAX_TEXT = 2100;
    private static final Pattern FORM = Pattern.compile("([!-*,-~]{1,255})\\+([0-9a-f]{8})\\+([A-Za-z0-9+/]+={0,2})");

    /** Refuses everything that is not such a key. */
    public LogKey {
        var parts = FORM.matcher(text);
        if (text.length() > MAX_TEXT || !parts.matches()) {
            throw new IllegalArgumentException("not a verifier key");
        }
        byte[] typed = Base64.getDecoder().decode(parts.group(3));
        if (!Base64.getEncoder().encodeToString(typed).equals(parts.group(3))
                || typed.length != use(typed).length + 1) {
            throw new IllegalArgumentException("not the octets of a verifier key");
        }
        Sha256 whole = Sha256.ofParts((parts.group(1) + "\n").getBytes(StandardCharsets.US_ASCII), typed);
        if (!HexFormat.of().formatHex(whole.bytes(), 0, 4).equals(parts.group(2))) {
            throw new IllegalArgumentException("the identifier of the verifier key does not belong to it");
        }
    }

    /** What a key verifies. */
    public enum Use {
        /** Notes of a log, Ed25519. */
        NOTE(1, 32),
        /** Cosignatures of a witness, Ed25519. */
        COSIGNATURE(4, 32),
        /** Cosignatures of a log or a witness, ML-DSA-44. */
        POST_QUANTUM_COSIGNATURE(6, 1312);

        private final int type;
        private final int length;

        Use(int type, int length) {
            this.type = type;
            this.length = length;
        }
    }

    /** Returns the name: the origin of a log, or the name of a witness. */
    public String name() {
        return text.substring(0, text.indexOf('+'));
    }

    /** Returns what the key verifies. */
    public Use use() {
        return use(Base64.getDecoder().decode(text.substring(text.indexOf('+', text.indexOf('+') + 1) + 1)));
    }

    private static Use use(byte[] typed) {
        for (Use use : Use.values()) {
            if (typed.length > 0 && typed[0] == use.type) {
                return use;
            }
        }
        throw new IllegalArgumentException("a verifier key of a type that is not used");
    }

    @Override
    public String toString() {
        return text;
    }
}
