package vn.lienthong.node.protection.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.lienthong.node.protection.FieldSealing;
import vn.lienthong.node.protection.Resealing;

/** A table with sealed rows, for several processes. */
final class SealedBooks implements Resealing {

    static final String PURPOSE = "books";
    private static final int ROWS = 1000;

    private final JdbcTemplate sql;
    private @Nullable FieldSealing opened;

    SealedBooks(JdbcTemplate sql) {
        this.sql = sql;
    }

    /** Goes on with the keys of a process. */
    Site.Running of(Site.Running process) {
        opened = process.fields();
        return process;
    }

    private FieldSealing fields() {
        return Objects.requireNonNull(opened);
    }

    static void create(JdbcTemplate sql) {
        sql.execute("create table if not exists sealed_book (id int primary key, subject varbinary(200) not null)");
        int _ = sql.update("delete from sealed_book");
    }

    void fill() {
        for (int id = 0; id < ROWS; id++) {
            int _ = sql.update(
                    "insert into sealed_book values (?, ?)", id, fields().seal(PURPOSE, name(id), subject(id)));
        }
    }

    private static byte[] name(int id) {
        return Site.ascii("row " + id);
    }

    private static byte[] subject(int id) {
        return ("subject " + id).getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public String purpose() {
        return PURPOSE;
    }

    @Override
    public int resealSome(int limit) {
        byte[] current = fields().currentPrefix(PURPOSE);
        List<Integer> left = sql.query(
                "select id from sealed_book where left(subject, ?) <> ? limit " + limit,
                (row, _) -> row.getInt("id"),
                current.length,
                current);
        left.forEach(id -> {
            byte[] before = sealed(id);
            int _ = sql.update(
                    "update sealed_book set subject = ? where id = ? and subject = ?",
                    fields().seal(PURPOSE, name(id), fields().open(PURPOSE, name(id), before)),
                    id,
                    before);
        });
        return left.size();
    }

    private byte[] sealed(int id) {
        return Objects.requireNonNull(
                sql.queryForObject("select subject from sealed_book where id = ?", byte[].class, id));
    }

    /** All rows open to what they were sealed from. */
    void requireReadable() {
        for (int id = 0; id < ROWS; id++) {
            assertThat(fields().open(PURPOSE, name(id), sealed(id))).isEqualTo(subject(id));
        }
    }

    int underOlderKeys() {
        byte[] current = fields().currentPrefix(PURPOSE);
        return Objects.requireNonNull(sql.queryForObject(
                "select count(*) from sealed_book where left(subject, ?) <> ?",
                Integer.class,
                current.length,
                current));
    }
}
