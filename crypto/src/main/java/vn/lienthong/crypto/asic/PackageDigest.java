package vn.lienthong.crypto.asic;

import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import vn.lienthong.crypto.Digest;
import vn.lienthong.crypto.key.KeyAlgorithm;
import vn.lienthong.crypto.key.KeyAlgorithms;

/** The digest of the manifest's references. It follows from the ML-DSA key, so that a reader can hash while it reads. */
final class PackageDigest {

    private PackageDigest() {}

    /** SHA-512 for ML-DSA-87, whose strength SHA-256 would not match; SHA-256 otherwise, which is 2.5 times as fast. */
    static String nameFor(X509Certificate postQuantum) {
        return KeyAlgorithms.of(postQuantum.getPublicKey())
                .filter(KeyAlgorithm.ML_DSA_87::equals)
                .map(strongest -> "SHA-512")
                .orElse("SHA-256");
    }

    static MessageDigest of(String name) {
        return Digest.engine(name);
    }
}
