package vn.lienthong.crypto.certificate;

import java.security.PublicKey;
import vn.lienthong.crypto.key.KeyAlgorithm;
import vn.lienthong.crypto.key.KeyAlgorithms;
import vn.lienthong.crypto.suite.SuiteRegistry;

/** What a certificate of the exchange is for; fixes its key usages and the key algorithms that may stand in it. */
public enum CertificateProfile {
    /** The issuing authority itself: signs certificates and revocation lists. */
    AUTHORITY,
    /** Both ends of the connections between nodes. */
    NODE_TLS,
    /** Parcels and evidence of a node. */
    NODE_SIGNING,
    /** Packages and envelopes of an agency, classical or post-quantum. */
    AGENCY_SIGNING,
    /** Publications of the directory, classical or post-quantum. */
    DIRECTORY_SIGNING,
    /** Time-stamps (RFC 3161): critical extended key usage and no other. */
    TIMESTAMP,
    /** Key envelopes to an agency: whatever its suite prescribes, composite ML-KEM as a rule; key encipherment only. */
    AGENCY_KEM;

    /**
     * Returns whether the key may stand in such a certificate. Keys to which senders seal may also be of a kind that only a suite of a
     * {@link vn.lienthong.crypto.suite.SuiteProvider} knows.
     */
    public boolean allows(PublicKey key) {
        return KeyAlgorithms.of(key)
                .map(this::allows)
                .orElseGet(() -> this == AGENCY_KEM && SuiteRegistry.standard().servesRecipient(key));
    }

    /** Returns whether a key of this algorithm may stand in such a certificate. */
    public boolean allows(KeyAlgorithm algorithm) {
        return switch (algorithm) {
            case EC_P256 -> this != AUTHORITY && this != DIRECTORY_SIGNING && this != AGENCY_KEM;
            case EC_P384 -> this != AGENCY_KEM;
            case RSA_3072, ML_DSA_65 -> this == AGENCY_SIGNING || this == TIMESTAMP;
            case ML_DSA_87 -> this == AGENCY_SIGNING || this == TIMESTAMP || this == DIRECTORY_SIGNING;
            case MLKEM768_X25519, MLKEM1024_ECDH_P384 -> this == AGENCY_KEM;
        };
    }
}
