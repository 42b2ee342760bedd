package vn.lienthong.node.register;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.document.DocumentCode;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.document.Urgency;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.register.BookKind;
import vn.lienthong.core.value.BoundedText;

/** What a document says about itself when it is entered. Texts are bounded by the columns of the books; empty means not known. */
public sealed interface EntryFacts {

    /** The kind of book that it belongs in. */
    BookKind kind();

    /** Tên loại. */
    String type();

    /** Trích yếu nội dung; not kept for documents with a secrecy mark. */
    String subject();

    /** Độ mật. */
    Secrecy secrecy();

    /**
     * An outgoing document (sổ đi).
     *
     * @param issuedOn its date
     * @param type tên loại
     * @param unit abbreviation of the unit that wrote it, for the notation of letters; may be empty
     * @param subject trích yếu
     * @param signer who signed
     * @param recipients nơi nhận
     * @param keptBy đơn vị, người nhận bản lưu
     * @param copies số lượng bản; null when not counted
     * @param urgency độ khẩn
     * @param secrecy độ mật
     * @param note ghi chú
     */
    record Outgoing(
            LocalDate issuedOn,
            String type,
            String unit,
            String subject,
            String signer,
            String recipients,
            String keptBy,
            @Nullable Integer copies,
            Urgency urgency,
            Secrecy secrecy,
            String note)
            implements EntryFacts {

        /** Checks lengths. */
        public Outgoing {
            type = BoundedText.line("type", type, 0, 100);
            unit = BoundedText.line("unit", unit, 0, 20);
            subject = BoundedText.lines("subject", subject, 0, 2000);
            signer = BoundedText.line("signer", signer, 0, 200);
            recipients = BoundedText.lines("recipients", recipients, 0, 4000);
            keptBy = BoundedText.line("kept by", keptBy, 0, 200);
            note = BoundedText.lines("note", note, 0, 500);
            if (copies != null && (copies < 0 || copies > 100_000)) {
                throw new IllegalArgumentException("copies are 0 to 100 000");
            }
        }

        @Override
        public BookKind kind() {
            return BookKind.OUTGOING;
        }
    }

    /**
     * An incoming document (sổ đến).
     *
     * @param arrivedOn ngày đến
     * @param author who issued it
     * @param code số, ký hiệu as on the document
     * @param issuedOn its date; null when it bears none
     * @param type tên loại
     * @param subject trích yếu
     * @param signer who signed
     * @param receiver đơn vị hoặc người nhận; filled in later by {@link Registers#delivered}
     * @param dueOn hạn giải quyết, or null
     * @param urgency độ khẩn
     * @param secrecy độ mật
     * @param note ghi chú
     */
    record Incoming(
            LocalDate arrivedOn,
            Author author,
            DocumentCode code,
            @Nullable LocalDate issuedOn,
            String type,
            String subject,
            String signer,
            String receiver,
            @Nullable LocalDate dueOn,
            Urgency urgency,
            Secrecy secrecy,
            String note)
            implements EntryFacts {

        /** Checks lengths. */
        public Incoming {
            type = BoundedText.line("type", type, 0, 100);
            subject = BoundedText.lines("subject", subject, 0, 2000);
            signer = BoundedText.line("signer", signer, 0, 200);
            receiver = BoundedText.lines("receiver", receiver, 0, 4000);
            note = BoundedText.lines("note", note, 0, 500);
        }

        @Override
        public BookKind kind() {
            return BookKind.INCOMING;
        }
    }

    /**
     * Who issued an incoming document (tác giả).
     *
     * @param code of an agency of the directory; null for one that is not listed
     * @param name as people know it
     */
    record Author(@Nullable AgencyCode code, String name) {
        /** Checks the length. */
        public Author {
            name = BoundedText.line("author", name, 1, 300);
        }
    }
}
