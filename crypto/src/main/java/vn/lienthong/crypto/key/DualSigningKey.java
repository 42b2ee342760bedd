package vn.lienthong.crypto.key;

/**
 * The two signing keys of an agency. Whoever accepts a signature of an agency demands both, so that a forger has to break a
 * classical and a post-quantum algorithm.
 *
 * @param classical ECDSA or RSA, as the agency's authority issued it
 * @param postQuantum ML-DSA
 */
public record DualSigningKey(SigningKey classical, SigningKey postQuantum) {}
