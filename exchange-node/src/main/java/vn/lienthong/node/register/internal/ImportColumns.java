package vn.lienthong.node.register.internal;

import java.util.List;
import java.util.Locale;
import vn.lienthong.core.register.BookKind;

/** The columns of a sheet with an old book; the order counts, the first row holds the titles. */
enum ImportColumns {
    ARRIVED("Ngày đến", 12),
    ARRIVAL_NUMBER("Số đến", 9),
    AUTHOR("Tác giả", 32),
    NUMBER("Số văn bản", 11),
    NOTATION("Ký hiệu", 18),
    ISSUED("Ngày ban hành", 12),
    TYPE("Tên loại", 14),
    SUBJECT("Trích yếu nội dung", 60),
    SIGNER("Người ký", 22),
    RECIPIENTS("Nơi nhận văn bản", 34),
    KEPT_BY("Đơn vị, người nhận bản lưu", 22),
    COPIES("Số lượng bản", 9),
    RECEIVER("Đơn vị hoặc người nhận", 28),
    MOVED("Ngày chuyển", 12),
    SIGNED_FOR("Ký nhận", 18),
    NOTE("Ghi chú", 24);

    private static final List<ImportColumns> OF_INCOMING = List.of(
            ARRIVED,
            ARRIVAL_NUMBER,
            AUTHOR,
            NUMBER,
            NOTATION,
            ISSUED,
            TYPE,
            SUBJECT,
            RECEIVER,
            MOVED,
            SIGNED_FOR,
            NOTE);
    private static final List<ImportColumns> OF_OUTGOING = List.of(
            NUMBER, NOTATION, ISSUED, TYPE, SUBJECT, SIGNER, RECIPIENTS, KEPT_BY, COPIES, MOVED, SIGNED_FOR, NOTE);

    private final String title;
    private final int width;

    ImportColumns(String title, int width) {
        this.title = title;
        this.width = width;
    }

    static List<ImportColumns> of(BookKind kind) {
        return kind == BookKind.INCOMING ? OF_INCOMING : OF_OUTGOING;
    }

    /** As the first row has it; public for the template. */
    public String title() {
        return title;
    }

    /** The title within a sentence. */
    String words() {
        return title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1);
    }

    int width() {
        return width;
    }
}
