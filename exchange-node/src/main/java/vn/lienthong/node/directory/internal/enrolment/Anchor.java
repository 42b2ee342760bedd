package vn.lienthong.node.directory.internal.enrolment;

import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.crypto.certificate.Certificates;

/**
 * The content of {@code anchor.pem}: all that a node has to trust.
 *
 * @param authority certificate of the issuing authority
 * @param classical the directory's certificate for classical signatures
 * @param postQuantum the directory's certificate for post-quantum signatures
 * @param pem the file itself, exactly: tokens carry its digest
 */
public record Anchor(X509Certificate authority, X509Certificate classical, X509Certificate postQuantum, Octets pem) {

    /** The largest file that is looked at. */
    public static final int MAX_SIZE = 128 * 1024;

    private static final int CERTIFICATES = 3;

    /** Writes the file for these certificates. */
    public static Anchor of(X509Certificate authority, X509Certificate classical, X509Certificate postQuantum) {
        String pem = Certificates.toPem(authority) + Certificates.toPem(classical) + Certificates.toPem(postQuantum);
        return new Anchor(authority, classical, postQuantum, Octets.of(pem.getBytes(StandardCharsets.US_ASCII)));
    }

    /**
     * Reads the file.
     *
     * @throws CertificateException if it does not hold exactly three certificates
     */
    public static Anchor parse(byte[] pem) throws CertificateException {
        List<X509Certificate> chain = Certificates.decodeChain(pem);
        if (chain.size() != CERTIFICATES) {
            throw new CertificateException("the anchor holds three certificates");
        }
        return new Anchor(chain.get(0), chain.get(1), chain.get(2), Octets.of(pem));
    }

    /** The digest that tokens carry. */
    public Sha256 sha256() {
        return pem.sha256();
    }
}
