package vn.lienthong.crypto.asic;

/** Why a package was not accepted. */
public enum AsicRefusal {
    /** The octets end before the package does. */
    TRUNCATED,
    /** The octets are not a container that our writer would produce. */
    MALFORMED,
    /** A count, length, size or inflation exceeds the limits. */
    LIMIT_EXCEEDED,
    /** A name is absolute, climbs, is not NFC, or holds characters that a name must not have. */
    FORBIDDEN_NAME,
    /** Two objects have names that are the same to some file system. */
    DUPLICATE_NAME,
    /** The central directory lists something else than the entries before it. */
    DIRECTORY_DISAGREES,
    /** The manifest is missing, or not one that our writer would produce. */
    MANIFEST_MALFORMED,
    /** The manifest lists other objects than the package holds. */
    MANIFEST_DISAGREES,
    /** The content of an object is not the one that was signed. */
    DIGEST_DISAGREES,
    /** One of the two signature files is missing. */
    SIGNATURE_MISSING,
    /** The classical signature is not a signature of the manifest by the expected certificate. */
    CLASSICAL_SIGNATURE_INVALID,
    /** The ML-DSA signature is not a signature of the manifest by the expected certificate. */
    POST_QUANTUM_SIGNATURE_INVALID,
    /** The signatures state different times, or one outside the validity of their certificates. */
    SIGNING_TIME_INVALID,
    /** The package is sound but holds no object of the wanted name. */
    OBJECT_ABSENT
}
