package vn.lienthong.crypto.asic;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import vn.lienthong.crypto.internal.cades.SignatureScheme;

/** The digest of the manifest's references. It follows from the ML-DSA key, so that a reader can hash while it reads. */
final class PackageDigest {

    private PackageDigest() {}

    /** SHA-512 for ML-DSA-87, whose strength SHA-256 would not match; SHA-256 otherwise, which is 2.5 times as fast. */
    static String nameFor(X509Certificate postQuantum) {
        boolean strongest = SignatureScheme.of(postQuantum.getPublicKey())
                .map(scheme -> scheme.jcaName().equals("ML-DSA-87"))
                .orElse(false);
        return strongest ? "SHA-512" : "SHA-256";
    }

    static MessageDigest of(String name) {
        try {
            return MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-2", e);
        }
    }
}
