package vn.lienthong.node.revocation;

import java.security.cert.X509Certificate;
import java.util.List;
import vn.lienthong.crypto.pdf.PdfValidation;

/** Tells whether certificates were revoked. */
public interface Revocations {

    /** For what the answer is needed; each has its own rule for the case that nothing is known. */
    enum Use {
        /** Signatures of people in documents that arrive. */
        INCOMING,
        /** Signatures of people in documents that are to be sent. */
        OUTGOING
    }

    /**
     * Asks about a certificate. Takes a few seconds at most, and no time while a kept answer is current or the authority did not
     * answer a moment ago.
     *
     * @param chain the certificate and its issuer; more may follow
     */
    Standing of(List<X509Certificate> chain);

    /**
     * Adds to a validation what the authorities of the signers say: a revoked certificate makes a signature invalid; one about
     * which nothing is known makes it indeterminate where the rule of the use is hard, and changes nothing otherwise.
     */
    PdfValidation judge(PdfValidation validation, Use use);
}
