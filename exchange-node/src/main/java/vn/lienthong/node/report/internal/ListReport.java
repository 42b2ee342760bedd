package vn.lienthong.node.report.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.lienthong.node.report.internal.ReportTable.Cell;
import vn.lienthong.node.report.internal.ReportTable.Column;
import vn.lienthong.node.report.internal.ReportTable.Row;
import vn.lienthong.node.web.DateText;

/** Lines one by one; dates are shown as people here write them, and codes of the first column are put into words. */
final class ListReport implements Report {
    private final int number;
    private final String slug;
    private final String question;
    private final List<Column> columns;
    private final ReportRows rows;
    private final ReportNames names;

    /**
     * Describes the report.
     *
     * @param number in the list of reports
     * @param slug its name
     * @param question selects the columns
     * @param columns which
     * @param rows asks
     * @param names puts codes into words
     */
    ListReport(int number, String slug, String question, List<Column> columns, ReportRows rows, ReportNames names) {
        this.number = number;
        this.slug = slug;
        this.question = question + " limit " + (ReportRows.MOST + 1);
        this.columns = List.copyOf(columns);
        this.rows = rows;
        this.names = names;
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public boolean byUnit() {
        return question.contains(":unit");
    }

    @Override
    public ReportTable draw(ReportScope scope, ReportPeriod period, Locale language) {
        List<Row> found = rows.asked(question, scope, period)
                .query((row, _) -> line(row, language))
                .list();
        boolean cut = found.size() > ReportRows.MOST;
        return new ReportTable(columns, cut ? found.subList(0, ReportRows.MOST) : found, null, cut);
    }

    private Row line(ResultSet row, Locale language) throws SQLException {
        List<Cell> cells = new ArrayList<>();
        for (int column = 1; column <= columns.size(); column++) {
            String words = words(row, column);
            cells.add(new Cell.Text(column == 1 ? names.of(slug, words, language) : words));
        }
        return new Row(cells);
    }

    private static String words(ResultSet row, int column) throws SQLException {
        Object value = row.getObject(column);
        return switch (value) {
            case null -> "";
            case java.sql.Date date -> DateText.write(date.toLocalDate());
            case LocalDate date -> DateText.write(date);
            default -> value.toString();
        };
    }
}
