package vn.lienthong.crypto.internal.certificate;

import java.io.IOException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.operator.ContentVerifierProvider;
import org.bouncycastle.operator.OperatorException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCS10CertificationRequestBuilder;
import org.bouncycastle.pkcs.PKCSException;
import vn.lienthong.crypto.certificate.CertificateRequest;
import vn.lienthong.crypto.certificate.CertificateRequestCheck;
import vn.lienthong.crypto.internal.BouncyCastle;
import vn.lienthong.crypto.internal.key.KeyCodec;
import vn.lienthong.crypto.internal.signature.ContentSigners;
import vn.lienthong.crypto.key.KeyAlgorithm;
import vn.lienthong.crypto.key.KeyAlgorithms;

/** PKCS#10 requests. */
public final class RequestCodec {

    private static final String LABEL = "CERTIFICATE REQUEST";

    private RequestCodec() {}

    /** Creates a request; see {@link CertificateRequest#create}. */
    public static byte[] create(PrivateKey privateKey, PublicKey publicKey, X500Principal subject) {
        KeyAlgorithm algorithm = KeyAlgorithms.of(publicKey)
                .orElseThrow(() -> new IllegalArgumentException("no request for a key of unknown algorithm"));
        PKCS10CertificationRequestBuilder builder = new PKCS10CertificationRequestBuilder(
                X500Name.getInstance(subject.getEncoded()), SubjectPublicKeyInfo.getInstance(publicKey.getEncoded()));
        try {
            return builder.build(ContentSigners.signer(privateKey, algorithm)).getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException("a request without an encoding", e);
        }
    }

    /** Returns the PEM form. */
    public static String toPem(byte[] der) {
        return CertificateCodec.toPem(LABEL, der);
    }

    /** Verifies a request; see {@link CertificateRequest#verify}. */
    public static CertificateRequestCheck verify(byte[] encoded) {
        try {
            PKCS10CertificationRequest request = new PKCS10CertificationRequest(der(encoded));
            PublicKey key = KeyCodec.publicKey(request.getSubjectPublicKeyInfo().getEncoded());
            if (KeyAlgorithms.of(key).isEmpty()) {
                return new CertificateRequestCheck.Refused("the key's algorithm is not in use");
            }
            ContentVerifierProvider verifier = new JcaContentVerifierProviderBuilder()
                    .setProvider(BouncyCastle.PROVIDER)
                    .build(key);
            if (!request.isSignatureValid(verifier)) {
                return new CertificateRequestCheck.Refused("the request is not signed by its own key");
            }
            X500Principal subject = new X500Principal(request.getSubject().getEncoded());
            return new CertificateRequestCheck.Verified(new CertificateRequest(key, subject));
        } catch (RuntimeException | IOException | OperatorException | PKCSException | CertificateException e) {
            // hostile bytes: every parse that throws anything is a refusal
            return new CertificateRequestCheck.Refused("not a certificate request");
        }
    }

    private static byte[] der(byte[] encoded) throws CertificateException {
        if (encoded.length == 0 || encoded[0] != '-') {
            return encoded;
        }
        List<byte[]> blocks = CertificateCodec.pemBlocks(LABEL, encoded);
        if (blocks.size() != 1) {
            throw new CertificateException("not exactly one request");
        }
        return blocks.getFirst();
    }
}
