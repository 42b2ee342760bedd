package vn.lienthong.node.register.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import vn.lienthong.core.register.BookKind;
import vn.lienthong.node.web.DateText;

/**
 * The first sheet of a workbook, as texts.
 *
 * <p>Guarantees: nothing larger than the bounds is unpacked or kept; whatever the parser throws means that the file is no workbook.
 */
final class ImportSheet {
    static final int LARGEST = 5 << 20;
    static final int MOST_ROWS = 10_000;
    private static final long LARGEST_UNPACKED = 100L << 20;
    private static final int MOST_PARTS = 200;
    private static final int LONGEST_CELL = 4_000;
    private static final int MOST_DIGITS = 15;
    // Without its format a date is a number like any other.
    private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, false);

    private ImportSheet() {}

    /** A row with its number in the sheet, from 1. */
    record Line(int number, Map<ImportColumns, String> cells) {
        String get(ImportColumns column) {
            return cells.getOrDefault(column, "");
        }
    }

    /** What a file holds. */
    sealed interface Content {
        /** Rows without the titles and without empty ones. */
        record Lines(List<Line> lines) implements Content {}

        /** Nothing usable: key and argument of the words. */
        record Unusable(String key, Object argument) implements Content {}
    }

    static Content read(byte[] file, BookKind kind) {
        if (file.length == 0 || file.length > LARGEST) {
            return new Content.Unusable("register.import.size", LARGEST >> 20);
        }
        try {
            if (!isBounded(file)) {
                return new Content.Unusable("register.import.bomb", LARGEST_UNPACKED >> 20);
            }
            return lines(file, ImportColumns.of(kind));
        } catch (IOException | RuntimeException hostile) {
            // Hostile octets: whatever the parsers throw is a refusal.
            return new Content.Unusable("register.import.broken", "");
        }
    }

    /** Unpacks once without keeping anything, so that the reader never meets more than the bounds. */
    private static boolean isBounded(byte[] file) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long octets = 0;
        int parts = 0;
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                .get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                parts++;
                octets += unpacked(zip, entry, buffer, LARGEST_UNPACKED - octets);
                if (parts > MOST_PARTS || octets > LARGEST_UNPACKED) {
                    return false;
                }
            }
        }
        if (parts == 0) {
            throw new IOException("no parts");
        }
        return true;
    }

    /** How large a part is, counted until it is over or larger than that. */
    private static long unpacked(ZipFile zip, ZipArchiveEntry entry, byte[] buffer, long most) throws IOException {
        long octets = 0;
        try (InputStream part = zip.getInputStream(entry)) {
            for (int read = part.read(buffer); read >= 0 && octets <= most; read = part.read(buffer)) {
                octets += read;
            }
        }
        return octets;
    }

    private static Content lines(byte[] file, List<ImportColumns> columns) throws IOException {
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file), WITH_FORMATS)) {
            Optional<Sheet> first = Optional.ofNullable(book.getFirstSheet());
            if (first.isEmpty()) {
                return new Content.Unusable("register.import.broken", "");
            }
            try (Stream<Row> rows = first.get().openStream()) {
                return lines(rows.iterator(), columns);
            }
        }
    }

    private static Content lines(Iterator<Row> rows, List<ImportColumns> columns) {
        if (!rows.hasNext() || !isHeading(rows.next(), columns)) {
            return new Content.Unusable(
                    "register.import.heading", columns.getFirst().title());
        }
        List<Line> lines = new ArrayList<>();
        while (rows.hasNext()) {
            Row row = rows.next();
            Map<ImportColumns, String> cells = new EnumMap<>(ImportColumns.class);
            for (int i = 0; i < columns.size(); i++) {
                String text = text(row, i);
                if (!text.isEmpty()) {
                    cells.put(columns.get(i), text);
                }
            }
            if (!cells.isEmpty()) {
                lines.add(new Line(row.getRowNum(), cells));
            }
            if (lines.size() > MOST_ROWS) {
                return new Content.Unusable("register.import.rows", MOST_ROWS);
            }
        }
        return new Content.Lines(lines);
    }

    private static boolean isHeading(Row row, List<ImportColumns> columns) {
        for (int i = 0; i < columns.size(); i++) {
            if (!text(row, i).equalsIgnoreCase(columns.get(i).title())) {
                return false;
            }
        }
        return true;
    }

    private static String text(Row row, int column) {
        Optional<Cell> cell = row.getOptionalCell(column);
        if (cell.isEmpty() || cell.get().getType() == CellType.EMPTY) {
            return "";
        }
        Cell found = cell.get();
        String text = found.getType() == CellType.NUMBER ? number(found) : found.getText();
        String bounded = text.length() > LONGEST_CELL ? text.substring(0, LONGEST_CELL) : text;
        return bounded.strip();
    }

    /** A date when the cell is formatted as one, else the number without a trailing zero. */
    private static String number(Cell cell) {
        String format = cell.getDataFormatString();
        boolean dated = format != null && format.matches("(?i).*[dy].*") && !format.contains("0");
        if (dated) {
            LocalDateTime at = cell.asDate();
            LocalDate day = at.toLocalDate();
            return DateText.write(day);
        }
        String plain = cell.asNumber().stripTrailingZeros().toPlainString();
        return plain.length() > MOST_DIGITS ? plain.substring(0, MOST_DIGITS) : plain;
    }
}
