package vn.lienthong.crypto.key;

/** The kinds of key that the exchange generates, accepts in certificates and publishes in the directory. */
public enum KeyAlgorithm {
    /** ECDSA on NIST P-256: transport certificates, node evidence, agency signatures. */
    EC_P256,
    /** ECDSA on NIST P-384: issuing authority, directory, agency signatures for secret documents. */
    EC_P384,
    /** RSA with a 3072 bit modulus: accepted for agency signatures because public authorities still issue it. */
    RSA_3072,
    /** ML-DSA-65 (FIPS 204): post-quantum half of every agency signature in suite LT-1. */
    ML_DSA_65,
    /** ML-DSA-87 (FIPS 204): post-quantum half of every agency signature in suite LT-2. */
    ML_DSA_87,
    /** Composite ML-KEM-768 with X25519 (draft-ietf-lamps-pq-composite-kem): key envelopes of suite LT-1. */
    MLKEM768_X25519,
    /** Composite ML-KEM-1024 with ECDH P-384 (draft-ietf-lamps-pq-composite-kem): key envelopes of suite LT-2. */
    MLKEM1024_ECDH_P384
}
