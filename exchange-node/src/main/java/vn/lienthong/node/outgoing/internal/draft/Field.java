package vn.lienthong.node.outgoing.internal.draft;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be typed about an outgoing document. The names are those of the form. */
public enum Field {
    /** Which register it is numbered in. */
    BOOK(40),
    /** Loại văn bản, by its name. */
    TYPE(100),
    /** Lĩnh vực. */
    SPHERE(100),
    /** Whether the number was given elsewhere: {@code yes} or empty. */
    NUMBERED(3),
    /** Số, when it was given elsewhere. */
    NUMBER(30),
    /** Ký hiệu. */
    NOTATION(60),
    /** Nơi ban hành. */
    PLACE(100),
    /** Ngày ban hành, as typed. */
    ISSUED(30),
    /** Thẩm quyền ký: TM., KT., TL. … */
    COMPETENCE(100),
    /** Chức vụ. */
    POSITION(100),
    /** Người ký. */
    SIGNER(100),
    /** Đơn vị soạn. */
    UNIT(200),
    /** Người soạn. */
    DRAFTER(100),
    /** Trích yếu. */
    SUBJECT(2000),
    /** Độ khẩn, 0 to 4. */
    URGENCY(1),
    /** Giờ hẹn, as typed. */
    APPOINTED(30),
    /** Độ mật; anything but ordinary is refused and not kept. */
    SECRECY(12),
    /** Hạn trả lời, as typed. */
    DUE(30),
    /** Number and notation of the document that it answers, one per line. */
    ANSWERS(1000),
    /** Number and notation of the document that it replaces. */
    REPLACES(200),
    /** Number and notation of the document that it corrects. */
    CORRECTS(200),
    /** Số trang. */
    PAGES(6),
    /** Số bản giấy. */
    COPIES(6),
    /** Whether paper follows: {@code yes} or empty. */
    PAPER(3),
    /** Ghi chú gửi. */
    NOTE(500),
    /** Người liên hệ. */
    CONTACT(100),
    /** Điện thoại. */
    PHONE(50),
    /** When it shall leave, as typed; empty for at once. */
    SEND_AT(30);

    private final int longest;

    Field(int longest) {
        this.longest = longest;
    }

    /** Its name in forms and stored drafts. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The most characters that are kept. */
    public int longest() {
        return longest;
    }

    /** The field of that name. */
    public static Optional<Field> of(String id) {
        return Arrays.stream(values()).filter(field -> field.id().equals(id)).findFirst();
    }
}
