package vn.lienthong.node.outgoing.internal.draft;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;

/**
 * An outgoing document at the desk. Never prints what it says.
 *
 * @param id its name here
 * @param agency whose it is
 * @param state where it stands
 * @param version grows with every change; who changes it names the one that was seen
 * @param typed what was typed
 * @param number số; empty until there is one
 * @param notation ký hiệu
 * @param issuedOn ngày ban hành, once numbered
 * @param recipients how many agencies it goes to
 * @param changes who began and last changed it
 * @param release when it leaves or left
 */
public record Outgoing(
        OutgoingId id,
        AgencyCode agency,
        OutgoingState state,
        long version,
        Typed typed,
        String number,
        String notation,
        @Nullable LocalDate issuedOn,
        int recipients,
        Changes changes,
        Release release) {

    /**
     * Who worked on it.
     *
     * @param createdBy login of who began it
     * @param createdAt when
     * @param changedBy login of who changed it last
     * @param changedAt when
     */
    public record Changes(String createdBy, Instant createdAt, String changedBy, Instant changedAt) {}

    /**
     * How it leaves.
     *
     * @param at when a numbered document leaves; null before
     * @param parcelId the parcel in which it left; null before
     * @param sentAt when it left; null before
     * @param fault code of what went wrong; null otherwise
     */
    public record Release(
            @Nullable Instant at,
            @Nullable ParcelId parcelId,
            @Nullable Instant sentAt,
            @Nullable String fault) {}

    /** Number and notation as people write them, in the Party's way {@code 05-BC/ĐU} too; empty without a number. */
    public String code() {
        return code(number, notation);
    }

    static String code(String number, String notation) {
        String mark = notation.isEmpty() ? "" : notation.contains("/") ? "-" : "/";
        return number.isEmpty() ? "" : number + mark + notation;
    }

    /** Trích yếu on one line. */
    public String subject() {
        return typed.line(Field.SUBJECT);
    }

    /** Whether a program of the agency sent it, so that its files and its number are kept there. */
    public boolean byProgram() {
        return changes.createdBy().isEmpty();
    }

    /** Độ khẩn, 0 to 4. */
    public int urgency() {
        String text = typed.get(Field.URGENCY);
        return text.matches("[0-4]") ? text.charAt(0) - '0' : 0;
    }

    @Override
    public String toString() {
        return "Outgoing[" + id + " " + state + "]";
    }
}
