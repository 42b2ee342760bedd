package vn.lienthong.crypto.pdf;

import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * Whom a validation trusts. Nothing is fetched from the network.
 *
 * @param anchors certificates of trusted authorities for signers and timestamps
 * @param revocationLists revocation lists at hand; a certificate without any is not held against its signer
 */
public record PdfTrust(List<X509Certificate> anchors, List<X509CRL> revocationLists) {

    /** Copies the lists. */
    public PdfTrust {
        anchors = List.copyOf(anchors);
        revocationLists = List.copyOf(revocationLists);
    }

    /** Trusts these authorities, without revocation lists. */
    public static PdfTrust in(X509Certificate... anchors) {
        return new PdfTrust(List.of(anchors), List.of());
    }
}
