package vn.lienthong.crypto.internal.pdf;

import eu.europa.esig.dss.diagnostic.CertificateWrapper;
import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import vn.lienthong.crypto.certificate.Certificates;

/** The certificates behind a signature. */
final class SignerChain {

    private static final int MOST = 8;

    private SignerChain() {}

    /** As far as they can be read, the signer's own first. */
    static List<X509Certificate> of(SignatureWrapper signature) {
        List<X509Certificate> chain = new ArrayList<>();
        List<CertificateWrapper> found = signature.getCertificateChain();
        try {
            for (CertificateWrapper one : found == null ? List.<CertificateWrapper>of() : found) {
                if (one.getBinaries() != null && chain.size() < MOST) {
                    chain.add(Certificates.decode(one.getBinaries()));
                }
            }
            return chain;
        } catch (CertificateException e) {
            return List.of();
        }
    }
}
