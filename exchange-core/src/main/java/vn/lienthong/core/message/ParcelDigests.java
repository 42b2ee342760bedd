package vn.lienthong.core.message;

import java.nio.charset.StandardCharsets;
import vn.lienthong.core.value.Sha256;

/**
 * The three digests that stand for a parcel in signatures and evidence.
 *
 * @param header of the exact header octets
 * @param envelope of the key envelope octets
 * @param payload of the payload ciphertext
 */
public record ParcelDigests(Sha256 header, Sha256 envelope, Sha256 payload) {

    private static final byte[] OUTER_LABEL = "lt/parcel/1\0".getBytes(StandardCharsets.UTF_8);

    /** Computes the digests of octets; the payload's is taken from the header, which promises it. */
    public static ParcelDigests of(byte[] header, byte[] envelope, PayloadDescription payload) {
        return new ParcelDigests(Sha256.of(header), Sha256.of(envelope), payload.sha256());
    }

    /** Returns the octets that the sending node signs: label, then the three digests. */
    public byte[] outerSignatureInput() {
        byte[] input = new byte[OUTER_LABEL.length + 3 * Sha256.LENGTH];
        System.arraycopy(OUTER_LABEL, 0, input, 0, OUTER_LABEL.length);
        System.arraycopy(header.bytes(), 0, input, OUTER_LABEL.length, Sha256.LENGTH);
        System.arraycopy(envelope.bytes(), 0, input, OUTER_LABEL.length + Sha256.LENGTH, Sha256.LENGTH);
        System.arraycopy(payload.bytes(), 0, input, OUTER_LABEL.length + 2 * Sha256.LENGTH, Sha256.LENGTH);
        return input;
    }

    /** Returns one digest for the whole parcel: two parcels of one id with different values are a conflict. */
    public Sha256 parcel() {
        return Sha256.of(outerSignatureInput());
    }
}
