package vn.lienthong.node.secret.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * A column whose octets lie sealed, and where each of them belongs.
 *
 * @param purpose under which
 * @param table in which
 * @param column which
 * @param key the columns of the primary key
 * @param place where the octets of a row belong
 */
record ResealedColumn(String purpose, String table, String column, List<String> key, PlaceOf place) {

    /** Reads the place of a row's octets from its other columns. */
    interface PlaceOf {
        byte[] of(ResultSet row) throws SQLException;
    }

    String where() {
        return String.join(" and ", key.stream().map(name -> name + " = ?").toList());
    }
}
