package vn.lienthong.node.ceremony.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.core.party.AgencyId;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.node.ceremony.internal.KeyRequest.Kind;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.platform.InNodeRole;

/** The requests in the database. */
@Component
@InNodeRole
class KeyRequestTable {

    /** So long somebody else may confirm. */
    static final Duration OPEN = Duration.ofHours(24);

    private static final String SELECT =
            "select request_id, kind, agency_id, epoch, certificate, reason, asked_by, asked_at,"
                    + " decided_by, outcome from key_request";
    private static final int MOST = 50;

    private final JdbcClient database;

    KeyRequestTable(JdbcClient database) {
        this.database = database;
    }

    void add(KeyRequest request) {
        Sha256 certificate = request.certificate();
        int rows = database.sql("insert into key_request"
                        + " (request_id, kind, agency_id, epoch, certificate, reason, asked_by, asked_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .param(Columns.octets(request.id()))
                .param(request.kind().name())
                .param(Columns.octets(request.agency().value()))
                .param(request.epoch())
                .param(certificate == null ? null : certificate.bytes())
                .param(request.reason())
                .param(request.askedBy())
                .param(Columns.of(request.askedAt()))
                .update();
        requireOne(rows);
    }

    Optional<KeyRequest> find(UUID id) {
        return database.sql(SELECT + " where request_id = ?")
                .param(Columns.octets(id))
                .query((row, number) -> request(row))
                .optional();
    }

    /** Those that wait for somebody else, and those that were decided lately, newest first. */
    List<KeyRequest> recent(Instant now) {
        return database.sql(
                        SELECT + " where decided_at is not null or asked_at > ? order by asked_at desc limit " + MOST)
                .param(Columns.of(now.minus(OPEN)))
                .query((row, number) -> request(row))
                .list();
    }

    /** Those that are confirmed and not yet carried out. */
    List<KeyRequest> confirmed() {
        return database.sql(
                        SELECT + " where ended_at is null and decided_at is not null order by asked_at limit " + MOST)
                .query((row, number) -> request(row))
                .list();
    }

    /** Confirms: by somebody else, in time, and only once. */
    boolean confirm(UUID id, String by, Instant now) {
        return database.sql("update key_request set decided_by = ?, decided_at = ? where request_id = ?"
                                + " and decided_at is null and ended_at is null and asked_by <> ? and asked_at > ?")
                        .params(by, Columns.of(now), Columns.octets(id), by, Columns.of(now.minus(OPEN)))
                        .update()
                == 1;
    }

    /** Takes back: by whoever asked, and only what nobody has confirmed. */
    boolean withdraw(UUID id, String by, Instant now) {
        return database.sql("update key_request set outcome = 'WITHDRAWN', ended_at = ?"
                                + " where request_id = ? and decided_at is null and ended_at is null and asked_by = ?")
                        .params(Columns.of(now), Columns.octets(id), by)
                        .update()
                == 1;
    }

    /** It is carried out; false when somebody else has said so before. */
    boolean end(UUID id, String outcome, Instant now) {
        return database.sql("update key_request set outcome = ?, ended_at = ? where request_id = ? and ended_at is"
                                + " null")
                        .params(outcome, Columns.of(now), Columns.octets(id))
                        .update()
                == 1;
    }

    private static KeyRequest request(ResultSet row) throws SQLException {
        byte[] certificate = row.getBytes("certificate");
        return new KeyRequest(
                Columns.uuid(row.getBytes("request_id")),
                Kind.valueOf(row.getString("kind")),
                new AgencyId(Columns.uuid(row.getBytes("agency_id"))),
                row.getLong("epoch"),
                certificate == null ? null : Sha256.fromBytes(certificate),
                row.getString("reason"),
                row.getString("asked_by"),
                Columns.instant(row, "asked_at"),
                row.getString("decided_by"),
                row.getString("outcome"));
    }

    private static void requireOne(int rows) {
        if (rows != 1) {
            throw new IllegalStateException("one request, one row");
        }
    }
}
