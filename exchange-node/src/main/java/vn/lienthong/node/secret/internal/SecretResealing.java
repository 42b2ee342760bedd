package vn.lienthong.node.secret.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.core.value.Octets;
import vn.lienthong.node.protection.FieldSealing;
import vn.lienthong.node.protection.Resealing;

/** Moves what lies sealed for one purpose to its present key, a few rows at a time. */
final class SecretResealing implements Resealing {

    private final String purpose;
    private final JdbcClient database;
    private final ObjectProvider<FieldSealing> fields;
    private final Basics basics;

    SecretResealing(String purpose, JdbcClient database, ObjectProvider<FieldSealing> fields, Basics basics) {
        this.purpose = purpose;
        this.database = database;
        this.fields = fields;
        this.basics = basics;
    }

    @Override
    public String purpose() {
        return purpose;
    }

    @Override
    public int resealSome(int limit) {
        int moved = 0;
        for (ResealedColumn column : ResealedColumns.ALL) {
            if (column.purpose().equals(purpose) && moved < limit) {
                int left = limit - moved;
                Integer more = basics.transactions().execute(_ -> reseal(column, left));
                moved += more == null ? 0 : more;
            }
        }
        return moved;
    }

    /** A row under an older key. */
    private record Old(List<Object> key, Octets place, Octets sealed) {}

    private int reseal(ResealedColumn column, int limit) {
        List<Old> old = database.sql(
                        "select * from " + column.table() + " where " + column.column() + " is not null and left("
                                + column.column() + ", 8) <> ? limit " + limit + " for update skip locked")
                .param(fields.getObject().currentPrefix(purpose))
                .query((row, _) -> {
                    List<Object> key = new ArrayList<>();
                    for (String name : column.key()) {
                        key.add(row.getObject(name));
                    }
                    return new Old(key, Octets.of(column.place().of(row)), Octets.of(row.getBytes(column.column())));
                })
                .list();
        old.forEach(row -> move(column, row));
        return old.size();
    }

    private void move(ResealedColumn column, Old row) {
        FieldSealing sealing = fields.getObject();
        byte[] place = row.place().toByteArray();
        byte[] plain = sealing.open(purpose, place, row.sealed().toByteArray());
        try {
            List<Object> values = new ArrayList<>();
            values.add(sealing.seal(purpose, place, plain));
            values.addAll(row.key());
            int _ = database.sql(
                            "update " + column.table() + " set " + column.column() + " = ? where " + column.where())
                    .params(values)
                    .update();
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }
}
