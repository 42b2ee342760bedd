package vn.lienthong.crypto.payload;

import vn.lienthong.crypto.Digest;

/**
 * What the sender knows of a payload that it has sealed.
 *
 * @param plainSize octets before sealing
 * @param plainSha512 digest before sealing
 * @param ciphertext sizes and digests of the sealed form
 */
public record SealedPayload(long plainSize, Digest plainSha512, PayloadDigests ciphertext) {}
