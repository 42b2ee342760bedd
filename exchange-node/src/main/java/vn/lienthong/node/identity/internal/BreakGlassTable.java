package vn.lienthong.node.identity.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.identity.BreakGlass;
import vn.lienthong.node.identity.BreakGlass.Review;
import vn.lienthong.node.identity.BreakGlass.Said;
import vn.lienthong.node.identity.BreakGlass.Use;
import vn.lienthong.node.identity.LoginName;

/** Statements on {@code break_glass}. */
@Component
class BreakGlassTable {
    private final JdbcClient database;

    BreakGlassTable(JdbcClient database) {
        this.database = database;
    }

    Optional<Instant> sealedSince() {
        return database.sql("select drawn_at from break_glass where sealed")
                .query((row, _) -> Columns.instant(row, "drawn_at"))
                .optional();
    }

    /** Whether the account of that name has to do with the emergency entry; false when somebody else had the name before. */
    boolean ownsItsName() {
        return database.sql("select (select count(*) from account where login = :login) = 0"
                                + " or (select count(*) from break_glass) > 0")
                        .param("login", BreakGlass.LOGIN.value())
                        .query(Integer.class)
                        .single()
                == 1;
    }

    /** New credentials; those that lay sealed are void. */
    void draw(byte[] digest, Instant now) {
        var _ = database.sql("update break_glass set state = 'VOID' where state = 'SEALED'")
                .update();
        var _ = database.sql("insert into break_glass (digest, state, drawn_at) values (:digest, 'SEALED', :now)")
                .param("digest", digest)
                .param("now", Columns.of(now))
                .update();
    }

    /** Uses credentials up; true for exactly one caller. */
    boolean use(byte[] digest, Said said, Instant now, Instant until) {
        return database.sql("update break_glass set state = 'USED', used_at = :now, ends_at = :until, address ="
                                + " :address, first_name = :first, second_name = :second, reason = :reason where"
                                + " digest = :digest and state = 'SEALED'")
                        .param("now", Columns.of(now))
                        .param("until", Columns.of(until))
                        .param("address", said.address())
                        .param("first", said.first())
                        .param("second", said.second())
                        .param("reason", said.reason())
                        .param("digest", digest)
                        .update()
                == 1;
    }

    /** Ends what lasts, if its time has come; true for exactly one caller. */
    boolean end(Instant now, Instant endsBefore) {
        return database.sql("update break_glass set ended_at = :now where running and ends_at <= :before")
                        .param("now", Columns.of(now))
                        .param("before", Columns.of(endsBefore))
                        .update()
                == 1;
    }

    /** Closes a use; true for exactly one caller. */
    boolean close(long id, String finding, LoginName by, Instant now) {
        return database.sql("update break_glass set state = 'CLOSED', finding = :finding, closed_by = :by,"
                                + " closed_at = :now where id = :id and state = 'USED'")
                        .param("finding", finding)
                        .param("by", by.value())
                        .param("now", Columns.of(now))
                        .param("id", id)
                        .update()
                == 1;
    }

    Optional<Use> find(long id) {
        return database.sql("select * from break_glass where id = :id and used_at is not null")
                .param("id", id)
                .query((row, _) -> use(row))
                .optional();
    }

    List<Use> uses() {
        return database.sql("select * from break_glass where used_at is not null order by id desc limit 50")
                .query((row, _) -> use(row))
                .list();
    }

    /** The newest that lasts or waits for its review. */
    Optional<Use> standing() {
        return database.sql("select * from break_glass where state = 'USED' order by id desc limit 1")
                .query((row, _) -> use(row))
                .optional();
    }

    private static Use use(ResultSet row) throws SQLException {
        return new Use(
                row.getLong("id"),
                Columns.instant(row, "used_at"),
                Columns.instant(row, "ends_at"),
                new Said(
                        Columns.text(row, "first_name"),
                        Columns.text(row, "second_name"),
                        Columns.text(row, "reason"),
                        Columns.text(row, "address")),
                Columns.instantOrNull(row, "ended_at"),
                review(row));
    }

    private static @Nullable Review review(ResultSet row) throws SQLException {
        String by = row.getString("closed_by");
        return by == null
                ? null
                : new Review(new LoginName(by), Columns.instant(row, "closed_at"), Columns.text(row, "finding"));
    }
}
