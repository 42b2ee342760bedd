package vn.lienthong.node.listing.internal;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import vn.lienthong.node.listing.Cell;
import vn.lienthong.node.listing.ListExport;
import vn.lienthong.node.web.DateText;

/** Comma-separated values (RFC 4180) that no spreadsheet takes for formulas. */
final class CsvWriting {
    private static final String MARK = "\ufeff";
    private static final String DANGEROUS = "=+-@\t\r\n＝＋－＠|%";

    private CsvWriting() {}

    static void write(ListExport export, OutputStream out, LongConsumer written) throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        text.write(MARK);
        line(
                text,
                export.columns().stream()
                        .map(column -> new Cell.Text(column.heading()))
                        .toList());
        long count = 0;
        for (Iterator<List<Cell>> rows = export.rows().rows(); rows.hasNext(); ) {
            line(text, rows.next());
            count++;
            written.accept(count);
        }
        text.flush();
    }

    private static void line(Writer text, List<? extends Cell> cells) throws IOException {
        text.write(cells.stream().map(CsvWriting::field).collect(Collectors.joining(",")));
        text.write("\r\n");
    }

    static String field(Cell cell) {
        return switch (cell) {
            case Cell.Text(String value) -> quoted(harmless(value));
            case Cell.Count(long value) -> Long.toString(value);
            case Cell.Day(var value) -> DateText.write(value);
            case Cell.Moment(var value) -> DateText.write(value);
        };
    }

    /** A spreadsheet would calculate what begins like a formula; an apostrophe makes it a text. */
    private static String harmless(String value) {
        boolean dangerous = !value.isEmpty() && DANGEROUS.indexOf(value.charAt(0)) >= 0;
        return dangerous ? "'" + value : value;
    }

    private static String quoted(String value) {
        boolean plain = value.chars().noneMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r' || c == ';')
                && value.equals(value.strip());
        return plain ? value : "\"" + value.replace("\"", "\"\"") + "\"";
    }
}
