package vn.lienthong.node.incoming.internal.record;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.core.value.Timestamps;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.incoming.IncomingAct;
import vn.lienthong.node.incoming.IncomingState;
import vn.lienthong.node.platform.InNodeRole;

/** Who did what, when and why: one row per act, never changed. */
@Component
@InNodeRole
public class Steps {

    private static final int LONGEST = 2000;
    private static final int MOST = 200;

    private final JdbcClient database;
    private final InstantSource clock;

    Steps(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Who acts.
     *
     * @param login empty for this program
     * @param name the person's name
     * @param onBehalfOf the login of whoever delegated; null when acting for oneself
     */
    public record Doer(String login, String name, @Nullable String onBehalfOf) {
        /** This program itself. */
        public static final Doer PROGRAM = new Doer("", "", null);
    }

    /**
     * One act.
     *
     * @param at when
     * @param doer who
     * @param act what
     * @param state where the document stood afterwards
     * @param words why, or more about it; may be empty
     */
    public record Step(Instant at, Doer doer, IncomingAct act, IncomingState state, String words) {
        @Override
        public String toString() {
            return "Step[" + act + " " + at + "]";
        }
    }

    /** Writes an act into the history, in the caller's transaction. */
    public void write(long document, Doer doer, IncomingAct act, IncomingState state, String words) {
        int written = database.sql(
                        "insert into incoming_step (document_id, at, login, name, for_login, act, state, words)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .param(document)
                .param(Columns.of(Timestamps.millis(clock.instant())))
                .param(doer.login())
                .param(doer.name())
                .param(doer.onBehalfOf())
                .param(act.name())
                .param(state.name())
                .param(words.length() > LONGEST ? words.substring(0, LONGEST) : words)
                .update();
        if (written != 1) {
            throw new IllegalStateException("a step was not written");
        }
    }

    /** The history of a document, oldest first. */
    public List<Step> of(long document) {
        return database.sql("select * from incoming_step where document_id = ? order by id limit ?")
                .param(document)
                .param(MOST)
                .query((row, _) -> new Step(
                        Columns.instant(row, "at"),
                        new Doer(row.getString("login"), row.getString("name"), row.getString("for_login")),
                        IncomingAct.valueOf(row.getString("act")),
                        IncomingState.valueOf(row.getString("state")),
                        row.getString("words")))
                .list();
    }

    /** The last act that moved the document. */
    public Optional<Step> last(long document) {
        List<Step> all = of(document);
        return all.reversed().stream()
                .filter(step -> step.act() != IncomingAct.NOTE)
                .findFirst();
    }
}
