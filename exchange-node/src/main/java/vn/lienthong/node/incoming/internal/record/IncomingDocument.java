package vn.lienthong.node.incoming.internal.record;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.document.DocumentCode;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.incoming.IncomingState;

/**
 * The record of one document; never prints itself.
 *
 * @param id its key
 * @param agency the code under which it was addressed
 * @param origin how it came
 * @param state where it stands
 * @param since since when
 * @param version grows with every change
 * @param facts what it says about itself
 * @param times when it came and what is due when
 * @param check what the checks said
 * @param registration its place in the register; null before
 * @param submittedTo the login of the leader before whom it lies or lay; null before
 * @param folder the case folder that it belongs to
 */
public record IncomingDocument(
        long id,
        AgencyCode agency,
        Origin origin,
        IncomingState state,
        Instant since,
        int version,
        Facts facts,
        Times times,
        CheckState check,
        @Nullable Registration registration,
        @Nullable String submittedTo,
        Folder folder) {

    /**
     * How it came.
     *
     * @param source over which way
     * @param inboxEntry its entry in the inbox; null for papers
     * @param parcelId its parcel; null for papers
     */
    public record Origin(
            Source source,
            @Nullable Long inboxEntry,
            @Nullable ParcelId parcelId) {

        /** Returns whether it came over the exchange. */
        public boolean overAxis() {
            return source == Source.AXIS;
        }
    }

    /**
     * What it says about itself.
     *
     * @param urgency 0 to 4
     * @param appointedAt for timed express: when it must be there
     * @param secrecy how secret
     * @param senderCode empty when the sender is not in the directory
     * @param senderName the sender
     * @param code number and notation
     * @param issuedOn its date
     * @param typeName its type
     * @param subject trích yếu
     * @param signerName who signed; may be empty
     * @param signerPosition as what; may be empty
     * @param extent how much of it there is
     */
    public record Facts(
            int urgency,
            @Nullable Instant appointedAt,
            Secrecy secrecy,
            String senderCode,
            String senderName,
            DocumentCode code,
            @Nullable LocalDate issuedOn,
            String typeName,
            String subject,
            String signerName,
            String signerPosition,
            Extent extent) {

        @Override
        public String toString() {
            return "Facts[…]";
        }
    }

    /**
     * How much of it there is.
     *
     * @param files number of files
     * @param octets of all files together
     * @param pages null when not known
     * @param copies null when not known
     * @param paper whether paper comes with it
     */
    public record Extent(
            int files,
            long octets,
            @Nullable Integer pages,
            @Nullable Integer copies,
            boolean paper) {}

    /**
     * When it came and what is due when.
     *
     * @param arrivedAt when it was durable here, or noted from paper
     * @param acceptBy the sender must know of the receipt by then
     * @param presentBy it must lie before a leader by then
     * @param dueOn when it must be handled
     */
    public record Times(
            Instant arrivedAt,
            @Nullable Instant acceptBy,
            @Nullable Instant presentBy,
            @Nullable LocalDate dueOn) {}

    /**
     * Its place in the register.
     *
     * @param book which book
     * @param entry which entry
     * @param number số đến
     * @param arrivedOn ngày đến
     */
    public record Registration(long book, long entry, String number, LocalDate arrivedOn) {}

    /**
     * A case folder.
     *
     * @param code its number; empty without
     * @param title its title; empty without
     * @param filedFrom where the document stood before it was put away; null when it was not
     */
    public record Folder(
            String code, String title, @Nullable IncomingState filedFrom) {

        /** Returns number and title; empty when there is neither. */
        public String display() {
            return code.isEmpty() || title.isEmpty() ? code + title : code + " – " + title;
        }
    }

    /** Returns the subject as it may be shown; null for state secrets. */
    public @Nullable String shownSubject() {
        return facts.secrecy().isStateSecret() ? null : facts.subject();
    }

    /** Returns number and notation, or a dash when it has none. */
    public String name() {
        String code = facts.code().display();
        return code.isEmpty() ? "–" : code;
    }

    @Override
    public String toString() {
        return "IncomingDocument[" + id + " " + state + "]";
    }
}
