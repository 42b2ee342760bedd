package vn.lienthong.crypto.signature;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Instant;
import vn.lienthong.crypto.Digest;
import vn.lienthong.crypto.key.SigningKey;

/**
 * The outer signature of a parcel, made by the sending node: any hop checks it before it stores anything, without decrypting.
 *
 * <p>Signed octets: {@code "lt/parcel/1" 0x00 ‖ SHA-256(header) ‖ SHA-256(envelope) ‖ SHA-256(payload ciphertext)}.
 */
public final class ParcelSignature {

    private static final byte[] DOMAIN = "lt/parcel/1\0".getBytes(StandardCharsets.US_ASCII);

    private ParcelSignature() {}

    /**
     * Returns the octets that are signed.
     *
     * @throws IllegalArgumentException if a digest is not a SHA-256 value
     */
    public static byte[] input(Digest header, Digest envelope, Digest payload) {
        byte[] input = new byte[DOMAIN.length + 3 * Digest.SHA256_LENGTH];
        System.arraycopy(DOMAIN, 0, input, 0, DOMAIN.length);
        int at = DOMAIN.length;
        for (Digest digest : new Digest[] {header, envelope, payload}) {
            if (digest.length() != Digest.SHA256_LENGTH) {
                throw new IllegalArgumentException("the parcel signature takes SHA-256 values");
            }
            System.arraycopy(digest.toByteArray(), 0, input, at, Digest.SHA256_LENGTH);
            at += Digest.SHA256_LENGTH;
        }
        return input;
    }

    /** Signs as the sending node; see {@link DetachedSignature#sign}. */
    public static byte[] sign(Digest header, Digest envelope, Digest payload, SigningKey node, Instant signingTime) {
        return DetachedSignature.sign(input(header, envelope, payload), node, signingTime);
    }

    /** Verifies against the sending node's certificate from the directory. */
    public static SignatureCheck verify(
            Digest header, Digest envelope, Digest payload, byte[] signature, X509Certificate node) {
        return DetachedSignature.verify(input(header, envelope, payload), signature, node);
    }
}
