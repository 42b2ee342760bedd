package vn.lienthong.node.directory.internal.publication;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.core.directory.DirectoryChange;
import vn.lienthong.core.directory.Publication;

/** Which publications spoke about the logs of a node or about an agency: certificates have a table of their own. */
final class SubjectTable {

    private static final int ROWS_AT_ONCE = 128;
    private static final int COLUMNS = 4;
    private static final int MOST = 1000;

    private final JdbcClient database;

    SubjectTable(JdbcClient database) {
        this.database = database;
    }

    /** About what. */
    enum Subject {
        /** The logs of a node. */
        LOGS("nodeLogs"),
        /** An agency. */
        AGENCY("agency");

        private final String kind;

        Subject(String kind) {
            this.kind = kind;
        }
    }

    /**
     * A change.
     *
     * @param sequence number of its publication
     * @param change position in it, from 0
     */
    record Place(long sequence, int change) {}

    /** Keeps the places in a publication, in the caller's transaction; those that are kept stay as they are. */
    void keep(Publication publication) {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < publication.changes().size(); i++) {
            switch (publication.changes().get(i)) {
                case DirectoryChange.NodeLogsPut put ->
                    values.addAll(List.of(Subject.LOGS.kind, put.node().value(), publication.sequence(), i));
                case DirectoryChange.AgencyPut put ->
                    values.addAll(
                            List.of(Subject.AGENCY.kind, put.agency().id().toString(), publication.sequence(), i));
                default -> {}
            }
        }
        for (int from = 0; from < values.size(); from += ROWS_AT_ONCE * COLUMNS) {
            insert(values.subList(from, Math.min(from + ROWS_AT_ONCE * COLUMNS, values.size())));
        }
    }

    private void insert(List<Object> values) {
        String places = String.join(", ", Collections.nCopies(values.size() / COLUMNS, "(?, ?, ?, ?)"));
        int rows = database.sql("insert ignore into directory_subject (kind, subject, sequence, change_number) values "
                        + places)
                .params(values)
                .update();
        if (rows > values.size()) {
            throw new IllegalStateException("one row per change");
        }
    }

    /** The changes about it, the latest first. */
    List<Place> about(Subject kind, String subject) {
        return database.sql("select sequence, change_number from directory_subject where kind = ? and subject = ?"
                        + " order by sequence desc, change_number desc limit ?")
                .params(kind.kind, subject, MOST)
                .query((row, number) -> new Place(row.getLong(1), row.getInt(2)))
                .list();
    }
}
