package vn.lienthong.node.directory.internal.server;

import java.security.PublicKey;
import java.util.Set;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.crypto.certificate.CertificateRequest;
import vn.lienthong.crypto.certificate.CertificateRequestCheck;
import vn.lienthong.crypto.key.KeyAlgorithm;
import vn.lienthong.crypto.key.KeyAlgorithms;
import vn.lienthong.crypto.suite.EnvelopeScheme;
import vn.lienthong.node.directory.internal.enrolment.TrainingMark;
import vn.lienthong.node.gateway.ProblemException;

/** Takes the public keys out of what a node sent, after their possession was proved where that is possible. */
final class CertificateRequests {

    private CertificateRequests() {}

    /** The key of a PKCS#10 request that is signed by this very key; of an algorithm that is allowed here. */
    static PublicKey proved(byte[] request, Set<KeyAlgorithm> allowed) {
        return switch (CertificateRequest.verify(request)) {
            case CertificateRequestCheck.Verified(CertificateRequest verified) ->
                allowed(verified.publicKey(), allowed);
            case CertificateRequestCheck.Refused refused -> throw new ProblemException(ErrorCode.DIRECTORY_KEY_REFUSED);
        };
    }

    /** Whether a PKCS#10 request comes from a node that is for training as this directory is, or not as this one is not. */
    static boolean ofKind(byte[] request, boolean training) {
        return CertificateRequest.verify(request)
                        instanceof CertificateRequestCheck.Verified(CertificateRequest verified)
                && TrainingMark.marks(verified.subject()) == training;
    }

    /** The key of a SubjectPublicKeyInfo: keys for encapsulation cannot sign for themselves. */
    static PublicKey bare(byte[] subjectPublicKeyInfo, EnvelopeScheme scheme) {
        return scheme.decode(subjectPublicKeyInfo)
                .orElseThrow(() -> new ProblemException(ErrorCode.DIRECTORY_KEY_REFUSED));
    }

    private static PublicKey allowed(PublicKey key, Set<KeyAlgorithm> allowed) {
        if (KeyAlgorithms.of(key).filter(allowed::contains).isEmpty()) {
            throw new ProblemException(ErrorCode.DIRECTORY_KEY_REFUSED);
        }
        return key;
    }
}
