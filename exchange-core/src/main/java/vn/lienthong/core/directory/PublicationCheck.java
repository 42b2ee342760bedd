package vn.lienthong.core.directory;

import vn.lienthong.core.error.ErrorCode;

/** What became of a publication that was offered to the log. */
public sealed interface PublicationCheck {

    /**
     * It is the next one; the log after it.
     *
     * @param log the new log
     * @param publication what was appended
     */
    record Appended(DirectoryLog log, Publication publication) implements PublicationCheck {}

    /**
     * It is held already, octet for octet.
     *
     * @param sequence its number
     */
    record AlreadyKnown(long sequence) implements PublicationCheck {}

    /**
     * It was refused; the log stays as it is.
     *
     * @param fault why
     * @param detail which number or change, for operators
     */
    record Refused(Fault fault, String detail) implements PublicationCheck {}

    /** Why a publication was refused. */
    enum Fault {
        /** Its octets are no publication. */
        MALFORMED(ErrorCode.DIRECTORY_REFUSED),
        /** A signature is missing or wrong. */
        SIGNATURE(ErrorCode.DIRECTORY_REFUSED),
        /** Numbers are missing before it. */
        GAP(ErrorCode.DIRECTORY_REFUSED),
        /** It follows something else than what is held: the past was rewritten. */
        CHAIN(ErrorCode.DIRECTORY_FORK),
        /** Signed, but other than the held publication of the same number: proof of misbehaviour, keep it. */
        FORK(ErrorCode.DIRECTORY_FORK),
        /** Older than all that is held, and unknown. */
        ROLLBACK(ErrorCode.DIRECTORY_ROLLBACK),
        /** A change does not fit the state before it. */
        INAPPLICABLE(ErrorCode.DIRECTORY_REFUSED);

        private final ErrorCode code;

        Fault(ErrorCode code) {
            this.code = code;
        }

        /** Returns the entry of the catalogue. */
        public ErrorCode code() {
            return code;
        }
    }
}
