package vn.lienthong.node.protection.internal;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import vn.lienthong.node.platform.SealingKey;

/** A data key in memory; gives out only what is derived from it. */
final class HeldKey {

    private final String purpose;
    private final int version;
    private final byte[] octets;
    private final SealingKey fields;

    HeldKey(String purpose, int version, byte[] octets, SecureRandom random) {
        this.purpose = purpose;
        this.version = version;
        this.octets = octets;
        byte[] derived = derive("field", new byte[0]);
        this.fields = new SealingKey(derived, random);
        Arrays.fill(derived, (byte) 0);
    }

    String purpose() {
        return purpose;
    }

    int version() {
        return version;
    }

    SealingKey fields() {
        return fields;
    }

    byte[] stream(byte[] context) {
        return derive("stream", context);
    }

    private byte[] derive(String use, byte[] context) {
        byte[] label = ("lienthong/" + use + "/1\0" + purpose + "\0").getBytes(StandardCharsets.US_ASCII);
        byte[] info = Arrays.copyOf(label, label.length + context.length);
        System.arraycopy(context, 0, info, label.length, context.length);
        return Hkdf.derive(octets, info, SealingKey.OCTETS);
    }

    @Override
    public String toString() {
        return purpose + " " + version + " [REDACTED]";
    }
}
