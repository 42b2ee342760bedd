package vn.lienthong.node.listing.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Iterator;
import java.util.List;
import java.util.function.LongConsumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import vn.lienthong.node.listing.Cell;
import vn.lienthong.node.listing.ListExport;
import vn.lienthong.node.web.DateText;

/** Workbooks of Excel, written row by row: real dates and numbers, texts as texts. */
final class WorkbookWriting {
    private static final int FLUSH_EVERY = 500;
    private static final int ROWS_OF_A_SHEET = 1_000_000;
    private static final int LONGEST_TEXT = 32_000;
    private static final int LONGEST_SHEET_NAME = 28;
    private static final int HEADING = 0;

    private WorkbookWriting() {}

    static void write(ListExport export, OutputStream out, LongConsumer written) throws IOException {
        try (Workbook book = new Workbook(out, "LienThong", "1.0")) {
            Iterator<List<Cell>> rows = export.rows().rows();
            long count = 0;
            int number = 1;
            do {
                try (Worksheet sheet = sheet(book, export, number)) {
                    count = fill(sheet, rows, count, written);
                }
                number++;
            } while (rows.hasNext());
        }
    }

    private static Worksheet sheet(Workbook book, ListExport export, int number) {
        String plain = export.title().replaceAll("[\\\\/*?:\\[\\]']", " ").strip();
        String name = plain.substring(0, Math.min(plain.length(), LONGEST_SHEET_NAME));
        Worksheet sheet = book.newWorksheet(number == 1 ? name : name + " " + number);
        for (int i = 0; i < export.columns().size(); i++) {
            sheet.width(i, export.columns().get(i).width());
            sheet.value(HEADING, i, export.columns().get(i).heading());
            sheet.style(HEADING, i).bold().wrapText(true).set();
        }
        sheet.freezePane(0, 1);
        sheet.repeatRows(HEADING);
        return sheet;
    }

    private static long fill(Worksheet sheet, Iterator<List<Cell>> rows, long before, LongConsumer written)
            throws IOException {
        int row = HEADING;
        while (rows.hasNext() && row < ROWS_OF_A_SHEET) {
            row++;
            List<Cell> cells = rows.next();
            for (int i = 0; i < cells.size(); i++) {
                put(sheet, row, i, cells.get(i));
            }
            written.accept(before + row);
            if (row % FLUSH_EVERY == 0) {
                sheet.flush();
            }
        }
        return before + row;
    }

    private static void put(Worksheet sheet, int row, int column, Cell cell) {
        switch (cell) {
            case Cell.Text(String value) -> {
                if (!value.isEmpty()) {
                    sheet.inlineString(row, column, printable(value));
                }
            }
            case Cell.Count(long value) -> sheet.value(row, column, value);
            case Cell.Day(var value) -> {
                sheet.value(row, column, value);
                sheet.style(row, column).format("dd/MM/yyyy").set();
            }
            case Cell.Moment(Instant value) -> {
                sheet.value(row, column, LocalDateTime.ofInstant(value, DateText.HANOI));
                sheet.style(row, column).format("dd/MM/yyyy HH:mm").set();
            }
        }
    }

    /** XML knows no control characters. */
    private static String printable(String value) {
        String bounded = value.length() > LONGEST_TEXT ? value.substring(0, LONGEST_TEXT) : value;
        return bounded.replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]", " ");
    }
}
