package vn.lienthong.node.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.document.Urgency;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.register.BookKind;
import vn.lienthong.core.register.IssuedCode;

/**
 * A line of a book.
 *
 * @param id names it
 * @param book in which book
 * @param agency whose
 * @param kind outgoing or incoming
 * @param number its place in the book
 * @param document what the desk calls the document; null for imported lines
 * @param enteredOn ngày đến, or the day of issue of an outgoing document
 * @param code số, ký hiệu: of an outgoing document the one given here, of an incoming one the one it came with
 * @param issuedOn ngày tháng văn bản; null when it bears none
 * @param type tên loại
 * @param subject trích yếu; empty for documents with a secrecy mark
 * @param signer người ký
 * @param authorCode tác giả by code, or null
 * @param author tác giả by name; empty in outgoing books
 * @param receivers nơi nhận, or đơn vị, người nhận
 * @param keptBy đơn vị, người nhận bản lưu
 * @param copies số lượng bản, or null
 * @param urgency độ khẩn
 * @param secrecy độ mật
 * @param movedOn ngày chuyển, or null
 * @param signedFor ký nhận; may be empty
 * @param note ghi chú
 * @param followUp what became of an incoming document
 * @param cancelled null as long as the number counts
 * @param changed who wrote the line last
 */
public record RegisterEntry(
        EntryId id,
        BookId book,
        AgencyCode agency,
        BookKind kind,
        Position number,
        @Nullable String document,
        LocalDate enteredOn,
        IssuedCode code,
        @Nullable LocalDate issuedOn,
        String type,
        String subject,
        String signer,
        @Nullable AgencyCode authorCode,
        String author,
        String receivers,
        String keptBy,
        @Nullable Integer copies,
        Urgency urgency,
        Secrecy secrecy,
        @Nullable LocalDate movedOn,
        String signedFor,
        String note,
        FollowUp followUp,
        @Nullable Cancellation cancelled,
        Changed changed) {

    /**
     * The place in the book.
     *
     * @param series empty in books with one series
     * @param value from 1
     * @param suffix a letter, or empty
     * @param reason why there is a suffix; may be empty
     */
    public record Position(String series, int value, String suffix, String reason) {
        /** Number and suffix. */
        public String display() {
            return value + suffix;
        }
    }

    /**
     * What became of an incoming document (sổ theo dõi giải quyết).
     *
     * @param dueOn thời hạn, or null
     * @param progress tiến độ in words
     * @param reply số, ký hiệu văn bản trả lời
     */
    public record FollowUp(@Nullable LocalDate dueOn, String progress, String reply) {}

    /**
     * Why a number does not count any more.
     *
     * @param at when
     * @param by login
     * @param reason why
     */
    public record Cancellation(Instant at, String by, String reason) {}

    /**
     * Who wrote last.
     *
     * @param at when
     * @param by login
     * @param version grows with every change
     */
    public record Changed(Instant at, String by, int version) {}

    /** Số đến, or số và ký hiệu of an outgoing document. */
    public String display() {
        return kind == BookKind.INCOMING ? number.display() : code.display();
    }

    /** Tên loại và trích yếu nội dung, as one column of the forms. */
    public String typeAndSubject() {
        return type.isEmpty() ? subject : subject.isEmpty() ? type : type + " " + subject;
    }

    /** Why it was cancelled, if it was. */
    public Optional<Cancellation> cancellation() {
        return Optional.ofNullable(cancelled);
    }
}
