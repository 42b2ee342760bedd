package vn.lienthong.crypto.revocation;

import java.time.Instant;

/** What an authority says about a certificate. */
public sealed interface RevocationAnswer {

    /**
     * It was not revoked.
     *
     * @param of when the authority knew this
     * @param until when it promises to know more; may be past
     */
    record Good(Instant of, Instant until) implements RevocationAnswer {}

    /**
     * It was revoked.
     *
     * @param since when, as the authority says
     * @param of when the authority knew this
     * @param until when it promises to know more; may be past
     */
    record Revoked(Instant since, Instant of, Instant until) implements RevocationAnswer {}

    /**
     * These octets are no answer of the authority about this certificate.
     *
     * @param detail why, in English; quotes nothing of them
     */
    record Refused(String detail) implements RevocationAnswer {}
}
