package vn.lienthong.crypto.certificate;

import java.security.PrivateKey;
import java.security.PublicKey;
import javax.security.auth.x500.X500Principal;
import vn.lienthong.crypto.internal.certificate.RequestCodec;

/**
 * A PKCS#10 request whose self-signature has been verified: its sender holds the private key.
 *
 * @param publicKey the key to be certified
 * @param subject the name that the sender asked for; a hint for people, never copied into a certificate
 */
public record CertificateRequest(PublicKey publicKey, X500Principal subject) {

    /** The largest request that is looked at, in octets. */
    public static final int MAX_SIZE = 64 * 1024;

    /** Creates a request in DER for a key of any signing algorithm, also one held by a token. */
    public static byte[] create(PrivateKey privateKey, PublicKey publicKey, X500Principal subject) {
        return RequestCodec.create(privateKey, publicKey, subject);
    }

    /** Returns the PEM form of a request in DER. */
    public static String toPem(byte[] der) {
        return RequestCodec.toPem(der);
    }

    /** Reads a request in DER or PEM and verifies that it is signed by the key that it holds. */
    public static CertificateRequestCheck verify(byte[] encoded) {
        if (encoded.length > MAX_SIZE) {
            return new CertificateRequestCheck.Refused("the request is larger than " + MAX_SIZE + " octets");
        }
        return RequestCodec.verify(encoded);
    }
}
