package vn.lienthong.crypto.asic;

import java.security.cert.X509Certificate;

/**
 * The two certificates under which a package must be signed. Whoever asks has decided that they belong to the sending agency and
 * were not revoked.
 *
 * @param classical the certificate of the ECDSA or RSA key
 * @param postQuantum the certificate of the ML-DSA key
 */
public record AsicSigners(X509Certificate classical, X509Certificate postQuantum) {}
