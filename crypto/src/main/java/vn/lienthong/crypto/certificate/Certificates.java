package vn.lienthong.crypto.certificate;

import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import vn.lienthong.crypto.Digest;
import vn.lienthong.crypto.internal.certificate.CertificateCodec;

/** Reads, writes and names certificates. Every octet that is read is taken as hostile. */
public final class Certificates {

    /** The largest certificate that is looked at, in octets: an ML-DSA-87 certificate has about 8 000. */
    public static final int MAX_SIZE = 32 * 1024;

    /** The longest chain that is looked at. */
    public static final int MAX_CHAIN = 8;

    private Certificates() {}

    /**
     * Reads one certificate in DER or PEM.
     *
     * @throws CertificateException if it is too large or not exactly one X.509 certificate
     */
    public static X509Certificate decode(byte[] encoded) throws CertificateException {
        return CertificateCodec.decode(encoded);
    }

    /**
     * Reads a chain of one to eight PEM certificates, in the order in which they stand.
     *
     * @throws CertificateException if it is too large, too long, empty or not made of X.509 certificates
     */
    public static List<X509Certificate> decodeChain(byte[] pem) throws CertificateException {
        return CertificateCodec.decodeChain(pem);
    }

    /** Returns the DER form. */
    public static byte[] encode(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("a certificate without an encoding", e);
        }
    }

    /** Returns the PEM form. */
    public static String toPem(X509Certificate certificate) {
        return CertificateCodec.toPem("CERTIFICATE", encode(certificate));
    }

    /** Returns the SHA-256 of the DER form. */
    public static Digest digest(X509Certificate certificate) {
        return Digest.sha256(encode(certificate));
    }

    /** Returns the SHA-256 of the DER form in lower-case hexadecimal, the name of a certificate everywhere in the exchange. */
    public static String fingerprint(X509Certificate certificate) {
        return digest(certificate).toHex();
    }
}
