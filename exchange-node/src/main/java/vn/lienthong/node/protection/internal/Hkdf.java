package vn.lienthong.node.protection.internal;

import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Keys from keys: HKDF with SHA-256 (RFC 5869), without salt, as what goes in is uniform already. */
final class Hkdf {

    private Hkdf() {}

    /** Derives octets that nobody can tell from random ones without the key; other info gives unrelated octets. */
    static byte[] derive(byte[] key, byte[] info, int octets) {
        try {
            HKDFParameterSpec recipe = HKDFParameterSpec.ofExtract()
                    .addIKM(new SecretKeySpec(key, "HKDF"))
                    .thenExpand(info, octets);
            return KDF.getInstance("HKDF-SHA256").deriveData(recipe);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java platform knows no HKDF-SHA256", e);
        }
    }
}
