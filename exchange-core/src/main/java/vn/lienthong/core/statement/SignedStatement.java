package vn.lienthong.core.statement;

import java.nio.charset.StandardCharsets;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.value.Sha256;

/**
 * A statement as it travels: the exact octets and the detached signature of the agency, classical and post-quantum.
 *
 * @param octets the encoded statement, at most 16 KiB
 * @param signature CMS SignedData (DER) with two signers, detached, at most 32 KiB
 */
public record SignedStatement(Octets octets, Octets signature) {

    /** The longest signature in octets. */
    public static final int MAX_SIGNATURE = 32 << 10;

    private static final byte[] DOMAIN = "lt/statement/1\0".getBytes(StandardCharsets.US_ASCII);

    /** Bounds both parts. */
    public SignedStatement {
        if (octets.isEmpty() || octets.size() > Statement.MAX_OCTETS) {
            throw new IllegalArgumentException("statement octets are out of range");
        }
        if (signature.isEmpty() || signature.size() > MAX_SIGNATURE) {
            throw new IllegalArgumentException("statement signature is out of range");
        }
    }

    /** Returns what is signed: a prefix that no other signature of an agency has, and the octets. */
    public static byte[] signatureInput(byte[] octets) {
        byte[] input = new byte[DOMAIN.length + octets.length];
        System.arraycopy(DOMAIN, 0, input, 0, DOMAIN.length);
        System.arraycopy(octets, 0, input, DOMAIN.length, octets.length);
        return input;
    }

    /** Returns the digest of the octets, to which the log commits. */
    public Sha256 sha256() {
        return octets.sha256();
    }
}
