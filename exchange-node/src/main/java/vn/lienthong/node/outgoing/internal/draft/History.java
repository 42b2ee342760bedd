package vn.lienthong.node.outgoing.internal.draft;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.platform.InNodeRole;

/** Who did what to an outgoing document, when and why. */
@InNodeRole
@Component
public class History {

    private static final int DETAIL = 500;
    private static final int MOST = 100;

    private final JdbcClient database;
    private final InstantSource clock;

    History(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What was done. */
    public enum Deed {
        /** It was begun. */
        BEGUN,
        /** A file was added. */
        ATTACHED,
        /** A file was removed. */
        DETACHED,
        /** A person signed. */
        PERSON_SIGNED,
        /** The agency signed. */
        AGENCY_SIGNED,
        /** Signatures were taken off with the file that carried them. */
        UNLOCKED,
        /** It was numbered and ordered to be sent. */
        ISSUED,
        /** Sending was undone before anything left. */
        HELD_BACK,
        /** It left. */
        SENT,
        /** It could not leave. */
        FAILED,
        /** A recipient was reminded. */
        REMINDED,
        /** It was sent once more to recipients whom it had not reached. */
        SENT_AGAIN,
        /** Its sender told that another document takes its place. */
        REPLACED,
        /** A recipient gave it back, others still have it. */
        PARTLY_RECALLED,
        /** All recipients who had it gave it back. */
        RECALLED
    }

    /**
     * One step.
     *
     * @param at when
     * @param login who
     * @param deed what
     * @param detail of it, for people
     */
    public record Step(Instant at, String login, Deed deed, String detail) {}

    /** Notes a step in the transaction of the caller. */
    public void note(OutgoingId id, String login, Deed deed, String detail) {
        int _ = database.sql(
                        "insert into outgoing_history (document_id, at, actor, deed, detail) values (?, ?, ?, ?, ?)")
                .params(
                        id.value(),
                        Columns.of(clock.instant()),
                        login,
                        deed.name(),
                        detail.length() > DETAIL ? detail.substring(0, DETAIL) : detail)
                .update();
    }

    /** The steps of a document, the first one first. */
    public List<Step> of(OutgoingId id) {
        return database.sql("select at, actor, deed, detail from outgoing_history where document_id = ?"
                        + " order by history_id limit ?")
                .params(id.value(), MOST)
                .query((row, _) -> new Step(
                        Columns.instant(row, "at"),
                        row.getString("actor"),
                        Deed.valueOf(row.getString("deed")),
                        row.getString("detail")))
                .list();
    }
}
