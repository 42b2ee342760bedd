package vn.lienthong.node.report.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.lienthong.node.report.internal.ReportTable.Cell;
import vn.lienthong.node.report.internal.ReportTable.Column;
import vn.lienthong.node.report.internal.ReportTable.Row;

/**
 * Figures by name, of two periods.
 *
 * @param columns how many figures each line has
 * @param now of the period
 * @param before of the period before
 */
record Figures(int columns, SequencedMap<String, long[]> now, Map<String, long[]> before) {

    /** A table with the sum of all lines. */
    ReportTable table(List<Column> headings) {
        Map<String, long[]> all = new TreeMap<>(before);
        all.putAll(now);
        long[] sum = new long[columns];
        long[] sumBefore = new long[columns];
        List<Row> rows = new ArrayList<>();
        all.keySet().forEach(name -> {
            long[] here = now.getOrDefault(name, new long[columns]);
            long[] there = before.getOrDefault(name, new long[columns]);
            add(sum, here);
            add(sumBefore, there);
            rows.add(row(name, here, there));
        });
        return new ReportTable(headings, rows, row("", sum, sumBefore), false);
    }

    private static void add(long[] sum, long[] figures) {
        for (int column = 0; column < sum.length; column++) {
            sum[column] += figures[column];
        }
    }

    private static Row row(String name, long[] here, long[] there) {
        List<Cell> cells = new ArrayList<>();
        cells.add(new Cell.Text(name));
        IntStream.range(0, here.length).forEach(column -> cells.add(figure(here[column], there[column])));
        return new Row(cells);
    }

    static Cell figure(long value, @Nullable Long before) {
        return new Cell.Figure(BigDecimal.valueOf(value), before == null ? null : BigDecimal.valueOf(before));
    }
}
