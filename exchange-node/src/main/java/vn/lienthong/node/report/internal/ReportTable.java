package vn.lienthong.node.report.internal;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report, ready to be shown or written.
 *
 * @param columns of the table
 * @param rows in their order
 * @param total the sum; null when nothing is added up
 * @param cut whether there were more rows than are shown
 */
record ReportTable(
        List<Column> columns, List<Row> rows, @Nullable Row total, boolean cut) {
    ReportTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * A column.
     *
     * @param title key of its heading
     * @param millimetres its part of the width in print
     * @param number whether it holds figures
     */
    record Column(String title, int millimetres, boolean number) {
        static Column text(String title, int millimetres) {
            return new Column(title, millimetres, false);
        }

        static Column figure(String title) {
            return new Column(title, 22, true);
        }
    }

    /**
     * A line.
     *
     * @param cells one for each column
     */
    record Row(List<Cell> cells) {
        Row {
            cells = List.copyOf(cells);
        }
    }

    /** What stands in a column. */
    sealed interface Cell {
        /** Whether it is a figure. */
        default boolean isFigure() {
            return this instanceof Figure;
        }

        /**
         * Words.
         *
         * @param words as they are shown
         */
        record Text(String words) implements Cell {}

        /**
         * A figure.
         *
         * @param value of the period; null when there is none
         * @param before of the period before; null when it is not compared
         */
        record Figure(@Nullable BigDecimal value, @Nullable BigDecimal before) implements Cell {}
    }
}
