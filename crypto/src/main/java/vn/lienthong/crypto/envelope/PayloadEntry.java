package vn.lienthong.crypto.envelope;

import vn.lienthong.crypto.Digest;
import vn.lienthong.crypto.payload.PayloadFormat;
import vn.lienthong.crypto.payload.PayloadKey;

/**
 * What the envelope says of one payload.
 *
 * @param index number of the payload in the parcel, from 0
 * @param size plain octets
 * @param plainSha512 SHA-512 of the plain octets
 * @param sealedSha256 SHA-256 of the ciphertext as it travels
 * @param key the key that opens it
 */
public record PayloadEntry(int index, long size, Digest plainSha512, Digest sealedSha256, PayloadKey key) {

    /** Refuses sizes and digests that no payload has. */
    public PayloadEntry {
        boolean digests = plainSha512.length() == Digest.SHA512_LENGTH && sealedSha256.length() == Digest.SHA256_LENGTH;
        if (index < 0 || size < 0 || size > PayloadFormat.MAX_PLAIN || !digests) {
            throw new IllegalArgumentException("not the description of a payload");
        }
    }
}
