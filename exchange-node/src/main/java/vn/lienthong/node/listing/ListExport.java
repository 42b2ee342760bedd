package vn.lienthong.node.listing;

import java.util.Iterator;
import java.util.List;
import vn.lienthong.core.party.AgencyCode;

/**
 * A list to be exported.
 *
 * @param title above the table and as name of the sheet
 * @param name of the file without ending: letters, digits and hyphens
 * @param agency whose list it is; whoever no longer works for it cannot fetch the file
 * @param columns headings with widths
 * @param rows gives the rows
 */
public record ListExport(String title, String name, AgencyCode agency, List<Column> columns, RowSource rows) {

    /** Copies the columns. */
    public ListExport {
        columns = List.copyOf(columns);
        if (columns.isEmpty() || !name.matches("[a-z0-9-]{1,80}")) {
            throw new IllegalArgumentException("a list has columns and a plain name");
        }
    }

    /**
     * A column.
     *
     * @param heading its title
     * @param width in letters, 4 to 120
     */
    public record Column(String heading, int width) {}

    /** Gives the rows of a list; called once, on a thread of the export. */
    @FunctionalInterface
    public interface RowSource {

        /**
         * All rows from the first to the last, read in parts by key so that lists of any length fit into memory.
         *
         * @return rows with as many cells as there are columns
         */
        Iterator<List<Cell>> rows();
    }
}
