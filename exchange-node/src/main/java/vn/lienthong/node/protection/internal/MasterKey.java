package vn.lienthong.node.protection.internal;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import vn.lienthong.core.value.Octets;
import vn.lienthong.node.platform.SealingKey;

/** A master key in memory. Wraps data keys, bound to their purpose and version; does nothing else. */
final class MasterKey {

    static final int OCTETS = 32;

    private static final int ID_OCTETS = 8;

    private final byte[] octets;
    private final String id;
    private final SealingKey wrapping;

    private MasterKey(byte[] octets, SecureRandom random) {
        this.octets = octets.clone();
        this.id = HexFormat.of().formatHex(Hkdf.derive(octets, ascii("lienthong/master-key/id/1"), ID_OCTETS));
        byte[] derived = Hkdf.derive(octets, ascii("lienthong/master-key/wrap/1"), SealingKey.OCTETS);
        this.wrapping = new SealingKey(derived, random);
        Arrays.fill(derived, (byte) 0);
    }

    /** Takes a copy of the octets. */
    static MasterKey of(byte[] octets, SecureRandom random) {
        if (octets.length != OCTETS) {
            throw new IllegalArgumentException("a master key has " + OCTETS + " octets");
        }
        return new MasterKey(octets, random);
    }

    static MasterKey draw(SecureRandom random) {
        byte[] drawn = new byte[OCTETS];
        random.nextBytes(drawn);
        MasterKey key = of(drawn, random);
        Arrays.fill(drawn, (byte) 0);
        return key;
    }

    /** A name for it that tells nothing about it. */
    String id() {
        return id;
    }

    /** The octets themselves, for the file or token that keeps them. */
    byte[] reveal() {
        return octets.clone();
    }

    Octets wrap(String purpose, int version, byte[] dataKey) {
        return Octets.of(wrapping.seal(context(purpose, version), dataKey));
    }

    /**
     * The data key.
     *
     * @throws IllegalStateException when it was wrapped with another key, or for another purpose or version
     */
    byte[] unwrap(String purpose, int version, Octets wrapped) {
        return wrapping.open(context(purpose, version), wrapped.toByteArray());
    }

    private static byte[] context(String purpose, int version) {
        return ascii("lienthong/data-key/1\0" + purpose + "\0" + version);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public String toString() {
        return "[REDACTED]";
    }
}
