package vn.lienthong.crypto.pdf;

import java.util.List;

/**
 * A printed register (sổ đăng ký): cover, table with repeated headings, closing words with room for signatures. A4 across, with an edge
 * for binding on the left.
 *
 * @param superior the agency above, on the cover; may be empty
 * @param agency whose register
 * @param title for example {@code SỔ ĐĂNG KÝ VĂN BẢN ĐI}
 * @param coverLines below the title: year or term, days, numbers, volume
 * @param columns of the table
 * @param closing sentences below the table
 * @param signatures who signs, at most three: name of the place and what to do there
 */
public record RegisterSheet(
        String superior,
        String agency,
        String title,
        List<String> coverLines,
        List<Column> columns,
        List<String> closing,
        List<Signature> signatures) {

    private static final int MOST_SIGNATURES = 3;

    /** Copies the lists. */
    public RegisterSheet {
        coverLines = List.copyOf(coverLines);
        columns = List.copyOf(columns);
        closing = List.copyOf(closing);
        signatures = List.copyOf(signatures);
        if (columns.isEmpty() || signatures.size() > MOST_SIGNATURES) {
            throw new IllegalArgumentException("a register has columns and at most three signatures");
        }
    }

    /**
     * A column.
     *
     * @param title its heading
     * @param millimetres how wide; all together are fitted to the page
     * @param centred whether its cells stand in the middle
     */
    public record Column(String title, int millimetres, boolean centred) {}

    /**
     * A place for a signature.
     *
     * @param who in capitals
     * @param what to do there, in brackets
     */
    public record Signature(String who, String what) {}

    /**
     * A line of the table.
     *
     * @param cells as many as there are columns
     * @param struck whether it was cancelled and is printed struck through
     */
    public record Row(List<String> cells, boolean struck) {
        /** Copies the cells. */
        public Row {
            cells = List.copyOf(cells);
        }
    }
}
