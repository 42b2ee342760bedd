package vn.lienthong.node.search;

import org.springframework.jdbc.core.RowMapper;

/**
 * How a table of documents is asked. All texts are parts of statements, written by the module that owns the table; its columns go by
 * the name {@code d}.
 *
 * @param from the table, as {@code incoming_document d}
 * @param index the name of the index that has agency, time and key in this order, perhaps with columns that {@code always} fixes
 * @param columns what the reading needs
 * @param id its key
 * @param agency the code of the agency
 * @param time what decides about the order of the list
 * @param days whether the time is a day without hour
 * @param always a condition that holds for every row that may be found
 * @param words the folded words, with a full-text index
 * @param number how documents are found by the numbers {@code :numbers} that they bear
 * @param given how documents are found to which {@code :numbers} were given here from {@code :yearFrom} to {@code :yearUntil}
 * @param state the state
 * @param type the name of its type
 * @param urgency how urgent it is, 0 to 4
 * @param reading makes a row a document
 */
public record SearchTable(
        String from,
        String index,
        String columns,
        String id,
        String agency,
        String time,
        boolean days,
        String always,
        String words,
        ByNumber number,
        ByNumber given,
        String state,
        String type,
        String urgency,
        RowMapper<Found> reading) {

    /**
     * A condition with the index that answers it. The index has to be named: for a few rows in the order of time the database would
     * rather read all of them in that order.
     *
     * @param condition part of a statement
     * @param index name of the index
     */
    public record ByNumber(String condition, String index) {}
}
