package vn.lienthong.node.audit.internal.export;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.node.audit.EventId;
import vn.lienthong.node.audit.export.ShippingState;
import vn.lienthong.node.database.Columns;

/** The spool of events that wait for the collector: in the database, so written with the event itself. */
@Component
class SpoolRows {

    private static final int LONGEST_FAULT = 200;
    private static final int MOST_COUNTED = 100_000;

    private final JdbcClient database;

    SpoolRows(JdbcClient database) {
        this.database = database;
    }

    /**
     * One that waits.
     *
     * @param seq its place
     * @param event which event
     */
    record Waiting(long seq, EventId event) {}

    List<Waiting> next(int limit) {
        return database.sql("select seq, event_id from audit_shipment order by seq limit " + limit)
                .query((row, _) -> new Waiting(row.getLong(1), EventId.of(row.getBytes(2))))
                .list();
    }

    /** Removes what has arrived. Not by the last number: numbers of transactions that overlap become visible out of order. */
    void arrived(List<Waiting> shipped, Instant now) {
        if (!shipped.isEmpty()) {
            database.sql("delete from audit_shipment where seq in ("
                            + String.join(", ", Collections.nCopies(shipped.size(), "?")) + ")")
                    .params(shipped.stream().map(Waiting::seq).toList())
                    .update();
            database.sql("update audit_shipping set last_success = ?, fault = null where singleton = 1")
                    .param(Columns.of(now))
                    .update();
        }
    }

    void failed(String fault) {
        database.sql("update audit_shipping set fault = ? where singleton = 1")
                .param(fault.length() > LONGEST_FAULT ? fault.substring(0, LONGEST_FAULT) : fault)
                .update();
    }

    /** Marks shipping as stopped or going on; false when it was so already. */
    boolean mark(boolean stopped) {
        return database.sql("update audit_shipping set stopped = ? where singleton = 1 and stopped <> ?")
                        .params(stopped, stopped)
                        .update()
                == 1;
    }

    ShippingState state(String target) {
        long backlog = database.sql("select count(*) from (select 1 from audit_shipment limit " + MOST_COUNTED + ") c")
                .query(Long.class)
                .single();
        @Nullable
        Instant oldest = database.sql("select e.occurred_at from audit_shipment s"
                        + " join audit_event e on e.event_id = s.event_id order by s.seq limit 1")
                .query((row, _) -> time(row.getObject(1, LocalDateTime.class)))
                .optional()
                .flatMap(found -> found)
                .orElse(null);
        return database.sql("select last_success, stopped, fault from audit_shipping where singleton = 1")
                .query((row, _) -> new ShippingState(
                        target,
                        backlog,
                        oldest,
                        time(row.getObject(1, LocalDateTime.class)).orElse(null),
                        row.getBoolean(2),
                        row.getString(3)))
                .single();
    }

    private static Optional<Instant> time(@Nullable LocalDateTime column) {
        return Optional.ofNullable(column).map(Columns::instant);
    }
}
