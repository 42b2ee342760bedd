package vn.lienthong.node.register.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.register.BookKind;
import vn.lienthong.crypto.pdf.RegisterSheet.Column;
import vn.lienthong.node.listing.Cell;
import vn.lienthong.node.register.RegisterEntry;
import vn.lienthong.node.web.DateText;

/** The forms of Decree 30/2020, Annex IV: their titles, columns and how a line fills them. */
enum PrintedBook {
    /** Sổ đăng ký văn bản đi: ten columns. */
    OUTGOING,
    /** Sổ đăng ký văn bản đến: ten columns. */
    INCOMING,
    /** Sổ theo dõi giải quyết văn bản đến: seven columns. */
    FOLLOW_UP;

    private static final List<Column> OUTGOING_COLUMNS = List.of(
            new Column("Số, ký hiệu văn bản", 27, false),
            new Column("Ngày tháng văn bản", 20, true),
            new Column("Tên loại và trích yếu nội dung văn bản", 62, false),
            new Column("Người ký", 25, false),
            new Column("Nơi nhận văn bản", 37, false),
            new Column("Đơn vị, người nhận bản lưu", 24, false),
            new Column("Số lượng bản", 13, true),
            new Column("Ngày chuyển", 20, true),
            new Column("Ký nhận", 16, false),
            new Column("Ghi chú", 16, false));
    private static final List<Column> INCOMING_COLUMNS = List.of(
            new Column("Ngày đến", 20, true),
            new Column("Số đến", 13, true),
            new Column("Tác giả", 33, false),
            new Column("Số, ký hiệu văn bản", 27, false),
            new Column("Ngày tháng văn bản", 20, true),
            new Column("Tên loại và trích yếu nội dung văn bản", 60, false),
            new Column("Đơn vị hoặc người nhận", 33, false),
            new Column("Ngày chuyển", 20, true),
            new Column("Ký nhận", 18, false),
            new Column("Ghi chú", 16, false));
    private static final List<Column> FOLLOW_UP_COLUMNS = List.of(
            new Column("Số đến", 15, true),
            new Column("Tên loại, số, ký hiệu, ngày tháng, cơ quan ban hành văn bản", 82, false),
            new Column("Đơn vị hoặc người nhận", 44, false),
            new Column("Thời hạn giải quyết", 22, true),
            new Column("Tiến độ giải quyết", 38, false),
            new Column("Số, ký hiệu văn bản trả lời", 34, false),
            new Column("Ghi chú", 25, false));

    /** The form of a book of that kind; the follow-up form exists for incoming ones only. */
    static Optional<PrintedBook> of(String name, BookKind kind) {
        boolean followUp = name.equals(FOLLOW_UP.slug());
        if (followUp) {
            return kind == BookKind.INCOMING ? Optional.of(FOLLOW_UP) : Optional.empty();
        }
        return Optional.of(kind == BookKind.INCOMING ? INCOMING : OUTGOING);
    }

    String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String title() {
        return switch (this) {
            case OUTGOING -> "SỔ ĐĂNG KÝ VĂN BẢN ĐI";
            case INCOMING -> "SỔ ĐĂNG KÝ VĂN BẢN ĐẾN";
            case FOLLOW_UP -> "SỔ THEO DÕI GIẢI QUYẾT VĂN BẢN ĐẾN";
        };
    }

    List<Column> columns() {
        return switch (this) {
            case OUTGOING -> OUTGOING_COLUMNS;
            case INCOMING -> INCOMING_COLUMNS;
            case FOLLOW_UP -> FOLLOW_UP_COLUMNS;
        };
    }

    /** The cells of a line. */
    List<String> cells(RegisterEntry entry) {
        return switch (this) {
            case OUTGOING ->
                List.of(
                        entry.code().display(),
                        date(entry.issuedOn()),
                        entry.typeAndSubject(),
                        entry.signer(),
                        entry.receivers(),
                        entry.keptBy(),
                        entry.copies() == null ? "" : String.valueOf(entry.copies()),
                        date(entry.movedOn()),
                        entry.signedFor(),
                        note(entry));
            case INCOMING ->
                List.of(
                        DateText.write(entry.enteredOn()),
                        entry.number().display(),
                        entry.author(),
                        entry.code().display(),
                        date(entry.issuedOn()),
                        entry.typeAndSubject(),
                        entry.receivers(),
                        date(entry.movedOn()),
                        entry.signedFor(),
                        note(entry));
            case FOLLOW_UP ->
                List.of(
                        entry.number().display(),
                        Stream.of(entry.type(), entry.code().display(), dated(entry.issuedOn()), entry.author())
                                .filter(part -> !part.isEmpty())
                                .collect(Collectors.joining(", ")),
                        entry.receivers(),
                        date(entry.followUp().dueOn()),
                        entry.followUp().progress(),
                        entry.followUp().reply(),
                        note(entry));
        };
    }

    /** The cells of a line for a spreadsheet: dates and counts that it can calculate with. */
    List<Cell> exported(RegisterEntry entry) {
        List<String> texts = cells(entry);
        return switch (this) {
            case OUTGOING -> {
                List<Cell> cells = texted(texts);
                cells.set(1, Cell.day(entry.issuedOn()));
                cells.set(6, Cell.count(entry.copies()));
                cells.set(7, Cell.day(entry.movedOn()));
                yield cells;
            }
            case INCOMING -> {
                List<Cell> cells = texted(texts);
                cells.set(0, Cell.day(entry.enteredOn()));
                boolean plain = entry.number().suffix().isEmpty();
                cells.set(1, plain ? Cell.count(entry.number().value()) : cells.get(1));
                cells.set(4, Cell.day(entry.issuedOn()));
                cells.set(7, Cell.day(entry.movedOn()));
                yield cells;
            }
            case FOLLOW_UP -> {
                List<Cell> cells = texted(texts);
                cells.set(3, Cell.day(entry.followUp().dueOn()));
                yield cells;
            }
        };
    }

    private static List<Cell> texted(List<String> texts) {
        List<Cell> cells = new ArrayList<>();
        texts.forEach(text -> cells.add(Cell.text(text)));
        return cells;
    }

    private static String note(RegisterEntry entry) {
        String cancelled = entry.cancellation()
                .map(cancellation -> "Đã hủy: " + cancellation.reason())
                .orElse("");
        String inserted = entry.number().reason().isEmpty()
                ? ""
                : "Số phụ: " + entry.number().reason();
        return Stream.of(cancelled, inserted, entry.note())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(". "));
    }

    private static String date(@Nullable LocalDate date) {
        return date == null ? "" : DateText.write(date);
    }

    private static String dated(@Nullable LocalDate date) {
        return date == null ? "" : "ngày " + DateText.write(date);
    }
}
