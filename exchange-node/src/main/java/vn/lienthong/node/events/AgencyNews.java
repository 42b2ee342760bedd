package vn.lienthong.node.events;

import org.jspecify.annotations.Nullable;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.statement.StatementId;
import vn.lienthong.core.value.BoundedText;

/**
 * What happened to an agency: identities and codes.
 *
 * @param agency to whom
 * @param type what
 * @param parcelId about which parcel; null when about none
 * @param entryId entry of the inbox; null outside the inbox
 * @param counterpart the other agency; null when there is none or there are several
 * @param statementId which statement came; null otherwise
 * @param status where it stands now: the state of an entry, the stage of a delivery, or the status {@code 01} to {@code 16} of a
 *     statement; at most 20 characters of ASCII, null when it has none
 * @param code why ({@code LT-nnnn}), the kind of a statement, or which key or webhook is meant; at most 40 characters of ASCII,
 *     null when there is none
 */
public record AgencyNews(
        AgencyCode agency,
        EventType type,
        @Nullable ParcelId parcelId,
        @Nullable Long entryId,
        @Nullable AgencyCode counterpart,
        @Nullable StatementId statementId,
        @Nullable String status,
        @Nullable String code) {
    private static final int LONGEST_STATUS = 20;
    private static final int LONGEST_CODE = 40;

    /** Bounds the texts. */
    public AgencyNews {
        status = status == null ? null : BoundedText.line("status", status, 1, LONGEST_STATUS);
        code = code == null ? null : BoundedText.line("code", code, 1, LONGEST_CODE);
    }

    /**
     * Something about the agency itself and none of its documents.
     *
     * @param agency to whom
     * @param type what
     * @param code which key or webhook is meant
     * @return the news
     */
    public static AgencyNews about(AgencyCode agency, EventType type, String code) {
        return new AgencyNews(agency, type, null, null, null, null, null, code);
    }
}
