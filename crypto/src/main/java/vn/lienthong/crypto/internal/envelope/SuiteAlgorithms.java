package vn.lienthong.crypto.internal.envelope;

import java.security.cert.X509Certificate;
import java.util.Set;
import vn.lienthong.crypto.key.KeyAlgorithm;
import vn.lienthong.crypto.key.KeyAlgorithms;

/** Whether certificates hold keys that a suite allows. */
final class SuiteAlgorithms {

    private SuiteAlgorithms() {}

    static boolean allow(Set<KeyAlgorithm> allowed, X509Certificate certificate) {
        return KeyAlgorithms.of(certificate.getPublicKey())
                .filter(allowed::contains)
                .isPresent();
    }
}
