package vn.lienthong.node.identity;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The SHA-256 of a client certificate in DER: what a key or token is bound to. Who issued the certificate does not matter;
 * it counts only by being registered.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record CertificateDigest(String hex) {
    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{64}");

    /** Refuses other shapes. */
    public CertificateDigest {
        if (!SHAPE.matcher(hex).matches()) {
            throw new IllegalArgumentException("not a SHA-256 in hexadecimal digits");
        }
    }

    /**
     * The digest of a certificate.
     *
     * @param certificate as the connection brought it
     * @return its digest
     */
    public static CertificateDigest of(X509Certificate certificate) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return of(digest.digest(certificate.getEncoded()));
        } catch (NoSuchAlgorithmException | CertificateEncodingException missing) {
            throw new IllegalStateException(
                    "a parsed certificate has an encoding, every Java platform SHA-256", missing);
        }
    }

    /**
     * A digest that was computed elsewhere.
     *
     * @param octets 32 octets
     * @return the same as a value
     */
    public static CertificateDigest of(byte[] octets) {
        return new CertificateDigest(HexFormat.of().formatHex(octets));
    }

    /**
     * As octets.
     *
     * @return 32 octets
     */
    public byte[] octets() {
        return HexFormat.of().parseHex(hex);
    }

    /**
     * As the member {@code x5t#S256} of RFC 8705.
     *
     * @return base64url without padding
     */
    public String thumbprint() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets());
    }
}
