package vn.lienthong.node.report.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.node.report.internal.ReportTable.Cell;
import vn.lienthong.node.report.internal.ReportTable.Row;

/**
 * A report as a plain grid: a figure and that of the period before stand in two columns.
 *
 * @param headings of the columns
 * @param widths in millimetres
 * @param rows words and numbers
 */
record FlatRows(List<String> headings, List<Integer> widths, List<List<Value>> rows) {

    /** What stands in a place of the grid. */
    sealed interface Value {
        /**
         * Words.
         *
         * @param words as they are
         */
        record Words(String words) implements Value {}

        /**
         * A number.
         *
         * @param number the number; null for an empty place
         */
        record Amount(@Nullable BigDecimal number) implements Value {}

        /** As it is written where there are no numbers. */
        default String text() {
            return switch (this) {
                case Words words -> words.words();
                case Amount number -> {
                    BigDecimal value = number.number();
                    yield value == null ? "" : value.toPlainString();
                }
            };
        }
    }

    static FlatRows of(DrawnReport report) {
        List<String> headings = new ArrayList<>();
        List<Integer> widths = new ArrayList<>();
        for (int column = 0; column < report.headings().size(); column++) {
            int width = report.table().columns().get(column).millimetres();
            headings.add(report.headings().get(column));
            widths.add(width);
            if (report.compared(column)) {
                headings.add(report.headings().get(column) + " " + report.before());
                widths.add(width);
            }
        }
        List<List<Value>> rows = new ArrayList<>();
        report.table().rows().forEach(row -> rows.add(flat(report, row)));
        Row total = report.table().total();
        if (total != null) {
            List<Value> sum = new ArrayList<>(flat(report, total));
            sum.set(0, new Value.Words(report.total()));
            rows.add(sum);
        }
        return new FlatRows(headings, widths, rows);
    }

    private static List<Value> flat(DrawnReport report, Row row) {
        List<Value> values = new ArrayList<>();
        for (int column = 0; column < row.cells().size(); column++) {
            switch (row.cells().get(column)) {
                case Cell.Text text -> values.add(new Value.Words(text.words()));
                case Cell.Figure figure -> {
                    values.add(new Value.Amount(figure.value()));
                    if (report.compared(column)) {
                        values.add(new Value.Amount(figure.before()));
                    }
                }
            }
        }
        return values;
    }
}
