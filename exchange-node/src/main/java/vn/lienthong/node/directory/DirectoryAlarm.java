package vn.lienthong.node.directory;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.error.ErrorCode;

/**
 * The directory did what it must not do, or something about this node or its agencies that this node did not ask for. Published as
 * an application event in the transaction that keeps the alarm.
 *
 * @param id names the alarm
 * @param kind what it is about
 * @param code for people, of the catalogue of errors
 * @param subject the agency, the node, the certificate or the log
 * @param sequence the publication; 0 when it is none
 * @param entryIndex place in the directory's log; null when there is none
 * @param detail in English, for officers
 * @param halts whether nothing newer is taken until somebody has resolved it
 * @param raisedAt when it was noticed
 */
public record DirectoryAlarm(
        UUID id,
        Kind kind,
        ErrorCode code,
        String subject,
        long sequence,
        @Nullable Long entryIndex,
        String detail,
        boolean halts,
        Instant raisedAt) {

    /** What an alarm is about. */
    public enum Kind {
        /** Keys of an agency served here that this node did not make. */
        AGENCY_KEYS,
        /** Keys of another agency that its keys before have not confirmed: nothing is sealed to them. */
        UNCONFIRMED_KEYS,
        /** An agency served here is said to be served elsewhere. */
        ROUTE,
        /** The suites of an agency served here have changed. */
        SUITES,
        /** Codes, name or place of an agency served here have changed. */
        AGENCY,
        /** A code of an agency served here has ended. */
        CODE_CLOSED,
        /** Address, certificates or status of this node have changed. */
        NODE,
        /** Logs or witness keys of this node have changed. */
        NODE_LOGS,
        /** This node is revoked, or a certificate of it or of an agency served here. */
        REVOCATION,
        /** The directory's log shows another history than the publications taken here. */
        SPLIT_VIEW,
        /** The directory's log has become shorter. */
        ROLLBACK,
        /** Too few witnesses have cosigned the directory's log for longer than that may be. */
        UNWITNESSED
    }
}
