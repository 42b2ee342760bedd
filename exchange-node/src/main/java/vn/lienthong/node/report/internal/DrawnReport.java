package vn.lienthong.node.report.internal;

import java.util.List;

/**
 * A report with its words, as files have it.
 *
 * @param title of it
 * @param agency name and code
 * @param period in words
 * @param headings of the columns
 * @param table the rest
 * @param before what is put behind headings of figures of the period before
 * @param total what the last line is called
 */
record DrawnReport(
        String title,
        String agency,
        String period,
        List<String> headings,
        ReportTable table,
        String before,
        String total) {
    DrawnReport {
        headings = List.copyOf(headings);
    }

    /** Whether figures stand beside those of the period before. */
    boolean compared(int column) {
        return table.rows().stream()
                .map(row -> row.cells().get(column))
                .anyMatch(cell -> cell instanceof ReportTable.Cell.Figure figure && figure.before() != null);
    }
}
