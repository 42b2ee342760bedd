package vn.lienthong.node.revocation;

import java.time.Instant;

/** How a certificate stands with its authority. */
public sealed interface Standing {

    /**
     * Not revoked.
     *
     * @param checkedAt when the answer was fetched
     * @param answerOf when the authority knew it
     * @param overdue whether the authority should have said more since, and is borne with
     */
    record Good(Instant checkedAt, Instant answerOf, boolean overdue) implements Standing {}

    /**
     * Revoked.
     *
     * @param since when, as the authority says
     * @param checkedAt when the answer was fetched
     * @param answerOf when the authority knew it
     */
    record Revoked(Instant since, Instant checkedAt, Instant answerOf) implements Standing {}

    /**
     * Not known.
     *
     * @param why the reason
     */
    record Unknown(Why why) implements Standing {}

    /** Why nothing is known. */
    enum Why {
        /** The certificate names no place to ask, or its issuer is not known. */
        NO_PLACE,
        /** It names places only that the administrator has not allowed. */
        NOT_ALLOWED,
        /** Nobody answers, or not in a way that counts, and there is no answer from before that is young enough. */
        NO_ANSWER
    }
}
