package vn.lienthong.crypto.pdf;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One printed page that says what happened, with what proves it attached inside.
 *
 * @param title the heading
 * @param subtitle the same in a second language, small
 * @param facts pairs above the table
 * @param columns headings of the table
 * @param rows its rows, as many cells as there are headings
 * @param notes small lines below the table
 * @param code the square picture that machines read
 * @param attachments files inside the document: content by name
 */
public record ProofSheet(
        String title,
        String subtitle,
        List<Fact> facts,
        List<String> columns,
        List<List<String>> rows,
        List<String> notes,
        Code code,
        Map<String, byte[]> attachments) {

    /** Copies the lists. */
    public ProofSheet {
        facts = List.copyOf(facts);
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        notes = List.copyOf(notes);
        attachments = Collections.unmodifiableMap(new LinkedHashMap<>(attachments));
        int width = columns.size();
        if (width == 0 || rows.stream().anyMatch(row -> row.size() != width)) {
            throw new IllegalArgumentException("every row fills the columns");
        }
    }

    /**
     * A fact.
     *
     * @param label what it is, in both languages
     * @param value the value
     */
    public record Fact(String label, String value) {}

    /**
     * A square picture of light and dark modules.
     *
     * @param size modules on a side, without the quiet zone
     * @param isDark tells a module
     */
    public record Code(int size, Modules isDark) {}

    /** Tells modules apart. */
    @FunctionalInterface
    public interface Modules {

        /** Whether the module in that column and row is dark. */
        boolean at(int x, int y);
    }
}
