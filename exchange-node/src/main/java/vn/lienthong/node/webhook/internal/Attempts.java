package vn.lienthong.node.webhook.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.webhook.WebhookReply;

/** What was tried and what came of it: without headers, so that no signature is kept. */
@InNodeRole
@Component
class Attempts {

    private static final String SELECT = "select attempt_id, event_id, type, tried_at, status, fault, took_ms, request,"
            + " answer from webhook_attempt";
    private static final String NOT_ALLOWED = "NOT_ALLOWED";

    private final JdbcClient database;

    Attempts(JdbcClient database) {
        this.database = database;
    }

    /**
     * One attempt. Public because pages read it.
     *
     * @param id its place in the list
     * @param event identity of the event
     * @param type its type
     * @param at when
     * @param status of HTTP; null without an answer
     * @param fault why there was no answer; null with one
     * @param took milliseconds
     * @param request what was sent
     * @param answer the beginning of what came back
     */
    public record Attempt(
            long id,
            String event,
            String type,
            Instant at,
            @Nullable Integer status,
            @Nullable String fault,
            int took,
            String request,
            String answer) {

        /** Whether it arrived. */
        public boolean success() {
            return status != null && status >= 200 && status < 300;
        }

        /** The key of the words for what came of it. */
        public String word() {
            return fault == null ? "webhook.answered" : "webhook.fault." + fault;
        }
    }

    /** Keeps one, in the caller's transaction that holds the endpoint. */
    void keep(UUID endpoint, String event, String type, String request, WebhookReply reply, Instant now) {
        Integer status = null;
        String fault = null;
        String answer = "";
        Duration took = Duration.ZERO;
        switch (reply) {
            case WebhookReply.Answered answered -> {
                status = answered.status();
                answer = answered.excerpt();
                took = answered.took();
            }
            case WebhookReply.Unreachable unreachable -> {
                fault = unreachable.fault().name();
                took = unreachable.took();
            }
            case WebhookReply.NotAllowed() -> fault = NOT_ALLOWED;
        }
        int rows = database.sql(
                        "insert into webhook_attempt (endpoint_id, event_id, type, tried_at, status, fault, took_ms,"
                                + " request, answer) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Columns.octets(endpoint), event, type, Columns.of(now))
                .param(status)
                .param(fault)
                .params(Math.clamp(took.toMillis(), 0, Integer.MAX_VALUE), request, answer)
                .update();
        if (rows != 1) {
            throw new IllegalStateException("an attempt was not kept");
        }
    }

    /** The latest, newest first, before a place in the list. */
    List<Attempt> list(UUID endpoint, long before, int most) {
        return database.sql("select attempt_id, event_id, type, tried_at, status, fault, took_ms, request, answer from"
                        + " webhook_attempt where endpoint_id = ? and attempt_id < ? order by attempt_id desc limit "
                        + most)
                .params(Columns.octets(endpoint), before)
                .query((row, _) -> attempt(row))
                .list();
    }

    Optional<Attempt> find(UUID endpoint, long id) {
        return database.sql(SELECT + " where endpoint_id = ? and attempt_id = ?")
                .params(Columns.octets(endpoint), id)
                .query((row, _) -> attempt(row))
                .optional();
    }

    private static Attempt attempt(ResultSet row) throws SQLException {
        return new Attempt(
                row.getLong("attempt_id"),
                row.getString("event_id"),
                row.getString("type"),
                Columns.instant(row, "tried_at"),
                Columns.intOrNull(row, "status"),
                row.getString("fault"),
                row.getInt("took_ms"),
                row.getString("request"),
                row.getString("answer"));
    }

    /** Forgets what is old. */
    int forget(Instant before, int limit) {
        return database.sql("delete from webhook_attempt where tried_at < ? limit " + limit)
                .param(Columns.of(before))
                .update();
    }
}
