package vn.lienthong.node.secretdesk.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.crypto.pdf.RegisterSheet;
import vn.lienthong.crypto.pdf.RegisterSheet.Column;
import vn.lienthong.crypto.pdf.RegisterSheetPdf;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.secret.BookLine;
import vn.lienthong.node.secret.SecretBook;
import vn.lienthong.node.web.DateText;
import vn.lienthong.node.web.PrintedMark;

/** The forms of Decree 63/2026, Annex III, as PDF; a document of the highest level stands there without its subject. */
@Component
@InNodeRole
class SecretBookPrint {

    private static final List<Column> OUT = List.of(
            new Column("Số TT", 11, true),
            new Column("Số, ký hiệu", 26, false),
            new Column("Ngày, tháng", 20, true),
            new Column("Tên loại và trích yếu nội dung", 58, false),
            new Column("Độ mật", 12, true),
            new Column("Người ký", 25, false),
            new Column("Nơi nhận", 37, false),
            new Column("Ký nhận", 18, false),
            new Column("Đơn vị lưu", 24, false),
            new Column("Số lượng", 13, true),
            new Column("Ghi chú", 16, false));
    private static final List<Column> IN = List.of(
            new Column("Ngày đến", 20, true),
            new Column("Số đến", 13, true),
            new Column("Cơ quan ban hành", 36, false),
            new Column("Số, ký hiệu", 27, false),
            new Column("Ngày, tháng", 20, true),
            new Column("Tên loại và trích yếu nội dung", 60, false),
            new Column("Độ mật", 12, true),
            new Column("Đơn vị, người nhận", 34, false),
            new Column("Ký nhận", 20, false),
            new Column("Ghi chú", 18, false));

    private final Names names;
    private final PrintedMark mark;

    SecretBookPrint(Names names, PrintedMark mark) {
        this.names = names;
        this.mark = mark;
    }

    /** Writes a volume, line by line. */
    void write(SecretBook book, IntFunction<List<BookLine>> after, OutputStream out) throws IOException {
        boolean incoming = book.direction() == SecretBook.Direction.IN;
        RegisterSheet sheet = new RegisterSheet(
                "",
                names.of(book.agency()).toUpperCase(Locale.forLanguageTag("vi")),
                "SỔ ĐĂNG KÝ BÍ MẬT NHÀ NƯỚC " + (incoming ? "ĐẾN" : "ĐI"),
                List.of("Năm " + book.year(), "Quyển số: " + book.volume()),
                incoming ? IN : OUT,
                List.of("Độ mật: A – Tuyệt mật, B – Tối mật, C – Mật."),
                List.of(
                        new RegisterSheet.Signature("NGƯỜI GIỮ SỔ", "(Ký, ghi rõ họ tên)"),
                        new RegisterSheet.Signature("THỦ TRƯỞNG CƠ QUAN", "(Ký tên, đóng dấu)")));
        Rows rows = new Rows(after, incoming);
        mark.write(pdf -> RegisterSheetPdf.write(sheet, rows, pdf), out);
    }

    /** The cells of a line in the form of its book. */
    static List<String> cells(BookLine line, boolean incoming) {
        String subject = line.level() == Secrecy.TOP_SECRET ? "" : line.subject();
        String what = subject.isEmpty() ? line.typeName() : line.typeName() + ": " + subject;
        return incoming
                ? List.of(
                        date(line.arrivedOn()),
                        String.valueOf(line.number()),
                        line.organisation(),
                        line.code(),
                        date(line.issuedOn()),
                        what,
                        line.letter(),
                        line.unit(),
                        "",
                        line.note())
                : List.of(
                        String.valueOf(line.number()),
                        line.code(),
                        date(line.issuedOn()),
                        what,
                        line.letter(),
                        line.signer(),
                        line.organisation(),
                        "",
                        line.unit(),
                        String.valueOf(line.copies()),
                        line.note());
    }

    private static String date(@Nullable LocalDate date) {
        return date == null ? "" : DateText.write(date);
    }

    /** Asks for the next lines when the last ones are printed. */
    private static final class Rows implements Iterator<RegisterSheet.Row> {

        private final IntFunction<List<BookLine>> after;
        private final boolean incoming;
        private final Deque<BookLine> ahead = new ArrayDeque<>();
        private int last;
        private boolean over;

        Rows(IntFunction<List<BookLine>> after, boolean incoming) {
            this.after = after;
            this.incoming = incoming;
        }

        @Override
        public boolean hasNext() {
            if (ahead.isEmpty() && !over) {
                List<BookLine> more = after.apply(last);
                over = more.isEmpty();
                more.forEach(line -> {
                    ahead.add(line);
                    last = line.number();
                });
            }
            return !ahead.isEmpty();
        }

        @Override
        public RegisterSheet.Row next() {
            if (!hasNext()) {
                throw new NoSuchElementException("the volume is over");
            }
            return new RegisterSheet.Row(cells(ahead.remove(), incoming), false);
        }
    }
}
