package vn.lienthong.crypto.internal.pdf;

import com.itextpdf.signatures.IIssuingCertificateRetriever;
import java.security.cert.CRL;
import java.security.cert.Certificate;
import java.util.Collection;

/** Takes the chain as the caller gave it; the library's own class would fetch issuers over the network. */
final class GivenChainOnly implements IIssuingCertificateRetriever {

    @Override
    public Certificate[] retrieveMissingCertificates(Certificate[] chain) {
        return chain.clone();
    }

    @Override
    public Certificate[] getCrlIssuerCertificates(CRL crl) {
        return new Certificate[0];
    }

    @Override
    public Certificate[][] getCrlIssuerCertificatesByName(CRL crl) {
        return new Certificate[0][];
    }

    @Override
    public void setTrustedCertificates(Collection<Certificate> certificates) {
        // Signing does not judge trust.
    }
}
