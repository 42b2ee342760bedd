package vn.lienthong.node.calls;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.node.database.Columns;

/** First answers to requests, by agency, operation and idempotency key; kept for forty days. */
@Component
public class Repetitions {
    private static final Duration KEPT = Duration.ofDays(40);
    /** A request whose node died is no longer running. */
    private static final Duration LONGEST_RUN = Duration.ofMinutes(5);

    private static final int PRUNED_AT_ONCE = 200;
    private static final String THIS = " where agency = :agency and operation = :operation and key_sha256 = :key";

    private final JdbcClient database;
    private final InstantSource clock;

    Repetitions(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * What a request is known by.
     *
     * @param agency whose key it is
     * @param operation at most 200 ASCII characters
     * @param key digest of the idempotency key
     */
    public record Name(String agency, String operation, Sha256 key) {}

    /** An answer as it was given. */
    public static final class Answer {
        private final int status;
        private final @Nullable String mediaType;
        private final @Nullable String location;
        private final byte[] body;

        /**
         * Keeps an answer; the octets are not copied and must not be changed.
         *
         * @param status of HTTP
         * @param mediaType of the body, or null
         * @param location header, or null
         * @param body may be empty
         */
        public Answer(int status, @Nullable String mediaType, @Nullable String location, byte[] body) {
            this.status = status;
            this.mediaType = mediaType;
            this.location = location;
            this.body = body;
        }

        /** Returns the status. */
        public int status() {
            return status;
        }

        /** Returns the media type of the body; null when there is none. */
        public @Nullable String mediaType() {
            return mediaType;
        }

        /** Returns where what was made is found; null when nothing was. */
        public @Nullable String location() {
            return location;
        }

        /** Returns the octets themselves, into which nobody writes. */
        public byte[] body() {
            return body;
        }
    }

    /** What is known of a key. */
    public sealed interface Known {
        /** Nothing: the request is to be carried out, and {@link #end} or {@link #forget} called afterwards. */
        record New() implements Known {}

        /** The first request still runs. */
        record Running() implements Known {}

        /** The key came with another request. */
        record Other() implements Known {}

        /**
         * The same request was answered before.
         *
         * @param answer the first one
         */
        record Answered(Answer answer) implements Known {}
    }

    /**
     * Looks a request up and notes it when it is new.
     *
     * @param name what it is known by
     * @param request digest of its body
     * @return what is known
     */
    public Known begin(Name name, Sha256 request) {
        Instant now = clock.instant();
        prune(now);
        boolean fresh = database.sql("insert ignore into api_request (agency, operation, key_sha256, request_sha256,"
                                + " begun_at) values (:agency, :operation, :key, :request, :now)")
                        .param("agency", name.agency())
                        .param("operation", name.operation())
                        .param("key", name.key().bytes())
                        .param("request", request.bytes())
                        .param("now", Columns.of(now))
                        .update()
                == 1;
        return fresh ? new Known.New() : known(name, request, now);
    }

    private Known known(Name name, Sha256 request, Instant now) {
        Optional<Row> row = named("select * from api_request" + THIS, name)
                .query((one, _) -> row(one))
                .optional();
        if (row.isEmpty()) {
            return new Known.Running();
        }
        if (!row.get().request().equals(request)) {
            return new Known.Other();
        }
        Answer answer = row.get().answer();
        if (answer != null) {
            return new Known.Answered(answer);
        }
        return takenOver(name, now) ? new Known.New() : new Known.Running();
    }

    private boolean takenOver(Name name, Instant now) {
        return named("update api_request set begun_at = :now" + THIS + " and status is null and begun_at < :over", name)
                        .param("now", Columns.of(now))
                        .param("over", Columns.of(now.minus(LONGEST_RUN)))
                        .update()
                == 1;
    }

    /**
     * Keeps the first answer.
     *
     * @param name of the request
     * @param answer that was given
     */
    public void end(Name name, Answer answer) {
        int _ = named(
                        "update api_request set status = :status, media_type = :media, location = :location,"
                                + " body = :body" + THIS,
                        name)
                .param("status", answer.status())
                .param("media", answer.mediaType())
                .param("location", answer.location())
                .param("body", answer.body())
                .update();
    }

    /**
     * Forgets a request whose answer may be another one next time.
     *
     * @param name of the request
     */
    public void forget(Name name) {
        int _ = named("delete from api_request" + THIS + " and status is null", name)
                .update();
    }

    private void prune(Instant now) {
        int _ = database.sql("delete from api_request where begun_at < :before limit " + PRUNED_AT_ONCE)
                .param("before", Columns.of(now.minus(KEPT)))
                .update();
    }

    private JdbcClient.StatementSpec named(String statement, Name name) {
        return database.sql(statement)
                .param("agency", name.agency())
                .param("operation", name.operation())
                .param("key", name.key().bytes());
    }

    private record Row(Sha256 request, @Nullable Answer answer) {}

    private static Row row(ResultSet row) throws SQLException {
        Integer status = Columns.intOrNull(row, "status");
        return new Row(
                Sha256.fromBytes(row.getBytes("request_sha256")),
                status == null
                        ? null
                        : new Answer(
                                status, row.getString("media_type"), row.getString("location"), row.getBytes("body")));
    }
}
