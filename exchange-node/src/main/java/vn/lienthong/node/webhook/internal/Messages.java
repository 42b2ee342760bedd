package vn.lienthong.node.webhook.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.platform.InNodeRole;

/**
 * What is told to endpoints, in the database. Whoever takes a message moves it ahead first, so that another program takes it only
 * if this one dies.
 */
@InNodeRole
@Component
class Messages {

    /** Longer than any call takes. */
    private static final Duration HELD = Duration.ofMinutes(2);

    private final JdbcClient database;

    Messages(JdbcClient database) {
        this.database = database;
    }

    /**
     * One event for one endpoint.
     *
     * @param id of the row
     * @param endpoint to whom
     * @param event identity of the event
     * @param type its type
     * @param body as it is sent
     * @param attempts how often it was tried
     */
    record Waiting(long id, UUID endpoint, String event, String type, String body, int attempts) {}

    void insert(UUID endpoint, String event, String type, String body, Instant now) {
        one(database.sql("insert into webhook_message (endpoint_id, event_id, type, body, state, attempts, next_at,"
                        + " created_at) values (?, ?, ?, ?, 0, 0, ?, ?)")
                .params(Columns.octets(endpoint), event, type, body, Columns.of(now), Columns.of(now))
                .update());
    }

    /** Endpoints that are on and for which something is due. */
    List<UUID> due(Instant now) {
        return database.sql("select e.endpoint_id from webhook_endpoint e where e.stopped_why is null and exists"
                        + " (select 1 from webhook_message m where m.endpoint_id = e.endpoint_id and m.state = 0"
                        + " and m.next_at <= ?)")
                .param(Columns.of(now))
                .query((row, _) -> Columns.uuid(row.getBytes(1)))
                .list();
    }

    /** Takes what is due for an endpoint, in the caller's transaction. */
    List<Waiting> take(UUID endpoint, int most, Instant now) {
        List<Waiting> taken = database.sql("select message_id, event_id, type, body, attempts from webhook_message"
                        + " where endpoint_id = ? and state = 0 and next_at <= ? order by next_at, message_id limit "
                        + most + " for update skip locked")
                .params(Columns.octets(endpoint), Columns.of(now))
                .query((row, _) -> new Waiting(
                        row.getLong(1), endpoint, row.getString(2), row.getString(3), row.getString(4), row.getInt(5)))
                .list();
        taken.forEach(one -> one(database.sql("update webhook_message set next_at = ? where message_id = ?")
                .params(Columns.of(now.plus(HELD)), one.id())
                .update()));
        return taken;
    }

    /** It arrived, or is given up. A message whose endpoint was removed meanwhile is gone. */
    int end(Waiting message, boolean arrived) {
        return database.sql("update webhook_message set state = ?, attempts = attempts + 1 where message_id = ?")
                .params(arrived ? 1 : 2, message.id())
                .update();
    }

    /** It did not arrive and is sent again later. */
    int again(Waiting message, Instant next) {
        return database.sql("update webhook_message set next_at = ?, attempts = attempts + 1 where message_id = ?")
                .params(Columns.of(next), message.id())
                .update();
    }

    /** Has what waits for an endpoint sent now. */
    int hurry(UUID endpoint, Instant now) {
        return database.sql("update webhook_message set next_at = ? where endpoint_id = ? and state = 0")
                .params(Columns.of(now), Columns.octets(endpoint))
                .update();
    }

    /** Has one event sent again, whatever became of it; false when it is not kept. */
    boolean repeat(UUID endpoint, String event, Instant now) {
        return database.sql("update webhook_message set state = 0, attempts = 0, next_at = ? where endpoint_id = ?"
                                + " and event_id = ? order by message_id desc limit 1")
                        .params(Columns.of(now), Columns.octets(endpoint), event)
                        .update()
                == 1;
    }

    /** How many wait. */
    int waiting(UUID endpoint) {
        return database.sql("select count(*) from webhook_message where endpoint_id = ? and state = 0")
                .param(Columns.octets(endpoint))
                .query(Integer.class)
                .single();
    }

    /** Forgets what is settled and old. */
    int forget(Instant before, int limit) {
        return database.sql("delete from webhook_message where created_at < ? and state <> 0 limit " + limit)
                .param(Columns.of(before))
                .update();
    }

    private static void one(int rows) {
        if (rows != 1) {
            throw new IllegalStateException("wrote " + rows + " messages instead of one");
        }
    }
}
