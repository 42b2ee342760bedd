package vn.lienthong.crypto.certificate;

/** Whether a certificate may be used for a purpose at a time. */
public sealed interface CertificateCheck {

    /** It may. */
    record Valid() implements CertificateCheck {}

    /**
     * It may not.
     *
     * @param reason why, for programs
     * @param detail why, in English, for the log
     */
    record Invalid(Reason reason, String detail) implements CertificateCheck {}

    /** Why a certificate may not be used. */
    enum Reason {
        /** The issuer is not the trust anchor, or the chain is broken. */
        UNTRUSTED,
        /** The issuer's signature is wrong. */
        BAD_SIGNATURE,
        /** Its time has not come. */
        NOT_YET_VALID,
        /** Its time is over. */
        EXPIRED,
        /** The directory or the authority took it back. */
        REVOKED,
        /** Its key usages are not those of the purpose. */
        WRONG_USAGE,
        /** Its key algorithm is not allowed for the purpose. */
        FORBIDDEN_ALGORITHM
    }
}
