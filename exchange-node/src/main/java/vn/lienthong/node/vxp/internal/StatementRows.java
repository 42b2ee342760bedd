package vn.lienthong.node.vxp.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.statement.StatementId;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.platform.InNodeRole;

/** Statements that wait for systems at this door. */
@InNodeRole
@Component
class StatementRows {

    private static final Duration LEASE = Duration.ofMinutes(10);
    private static final int WAITING = 0;
    private static final int SERVED = 1;
    private static final int TAKEN = 2;

    private final JdbcClient database;
    private final InstantSource clock;

    StatementRows(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A statement that waits.
     *
     * @param id which
     * @param agency to whom it was made
     * @param author who made it
     * @param parcel about which parcel
     * @param recipient the recipient of the parcel, whoever speaks
     * @param keptAt since when it is here
     * @param served whether it was handed out and may be acknowledged
     * @param taken whether it was acknowledged
     */
    record Waiting(
            StatementId id,
            AgencyCode agency,
            AgencyCode author,
            ParcelId parcel,
            AgencyCode recipient,
            Instant keptAt,
            boolean served,
            boolean taken) {}

    void insert(Waiting waiting) {
        int _ = database.sql(
                        "insert ignore into vxp_statement (statement_id, agency, author, state, kept_at, parcel_id,"
                                + " recipient) values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        Columns.octets(waiting.id().value()),
                        waiting.agency().value(),
                        waiting.author().value(),
                        WAITING,
                        Columns.of(waiting.keptAt()),
                        Columns.octets(waiting.parcel().value()),
                        waiting.recipient().value())
                .update();
    }

    /** What nobody is taking at the moment, oldest first. */
    List<Waiting> waiting(Collection<AgencyCode> agencies, int limit) {
        return database.sql("select * from vxp_statement where agency in (:codes) and state in (:open)"
                        + " and (lease_until is null or lease_until <= :now) order by statement_id limit :most")
                .param("codes", agencies.stream().map(AgencyCode::value).toList())
                .param("open", List.of(WAITING, SERVED))
                .param("now", Columns.of(clock.instant()))
                .param("most", limit)
                .query((row, _) -> waiting(row))
                .list();
    }

    /** When the next one that somebody is taking becomes free; far away when nobody is. */
    Instant nextFree(Collection<AgencyCode> agencies) {
        return database.sql("select min(lease_until) as next from vxp_statement where agency in (:codes)"
                        + " and state in (:open) and lease_until > :now")
                .param("codes", agencies.stream().map(AgencyCode::value).toList())
                .param("open", List.of(WAITING, SERVED))
                .param("now", Columns.of(clock.instant()))
                .query((row, _) -> Optional.ofNullable(Columns.instantOrNull(row, "next")))
                .single()
                .orElse(Instant.MAX);
    }

    Optional<Waiting> find(Collection<AgencyCode> agencies, StatementId id) {
        return database.sql("select * from vxp_statement where statement_id = :id and agency in (:codes)")
                .param("id", Columns.octets(id.value()))
                .param("codes", agencies.stream().map(AgencyCode::value).toList())
                .query((row, _) -> waiting(row))
                .optional();
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        return new Waiting(
                new StatementId(Columns.uuid(row.getBytes("statement_id"))),
                new AgencyCode(row.getString("agency")),
                new AgencyCode(row.getString("author")),
                new ParcelId(Columns.uuid(row.getBytes("parcel_id"))),
                new AgencyCode(row.getString("recipient")),
                Columns.instant(row, "kept_at"),
                row.getInt("state") == SERVED,
                row.getInt("state") == TAKEN);
    }

    /** Takes it for ten minutes; of several who try, one. */
    boolean serve(StatementId id) {
        Instant now = clock.instant();
        return database.sql("update vxp_statement set state = ?, lease_until = ? where statement_id = ?"
                                + " and state <> ? and (lease_until is null or lease_until <= ?)")
                        .params(SERVED, Columns.of(now.plus(LEASE)), Columns.octets(id.value()), TAKEN, Columns.of(now))
                        .update()
                == 1;
    }

    boolean taken(StatementId id) {
        return database.sql("update vxp_statement set state = ?, lease_until = null where statement_id = ? and"
                                + " state = ?")
                        .params(TAKEN, Columns.octets(id.value()), SERVED)
                        .update()
                == 1;
    }

    /** Keeps it for ten more minutes. */
    boolean keep(StatementId id) {
        return database.sql("update vxp_statement set lease_until = ? where statement_id = ? and state = ?")
                        .params(Columns.of(clock.instant().plus(LEASE)), Columns.octets(id.value()), SERVED)
                        .update()
                == 1;
    }

    /** Offers it again at once. */
    boolean again(StatementId id) {
        return database.sql("update vxp_statement set state = ?, lease_until = null where statement_id = ? and"
                                + " state = ?")
                        .params(WAITING, Columns.octets(id.value()), SERVED)
                        .update()
                == 1;
    }

    /** Forgets what was acknowledged long ago. */
    int forget(Instant before) {
        return database.sql("delete from vxp_statement where state = ? and kept_at <= ? limit 1000")
                .params(TAKEN, Columns.of(before))
                .update();
    }
}
