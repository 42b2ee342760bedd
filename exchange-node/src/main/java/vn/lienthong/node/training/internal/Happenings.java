package vn.lienthong.node.training.internal;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.node.database.Columns;

/** The table {@code training_event}. */
@Component
@ForTrainees
class Happenings {

    private static final int MOST = 5000;

    private final JdbcClient database;

    Happenings(JdbcClient database) {
        this.database = database;
    }

    /** Keeps one, in the caller's transaction if there is one. */
    void add(Happening happening) {
        int _ = database.sql("insert into training_event (at, action, object, party) values (?, ?, ?, ?)")
                .params(Columns.of(happening.at()), happening.action(), happening.object(), happening.party())
                .update();
    }

    /** What happened since then, oldest first. */
    List<Happening> since(Instant from) {
        return database.sql("select * from training_event where at >= ? order by at, id limit ?")
                .params(Columns.of(from), MOST)
                .query((row, _) -> new Happening(
                        Columns.instant(row, "at"),
                        row.getString("action"),
                        row.getString("object"),
                        row.getString("party")))
                .list();
    }
}
