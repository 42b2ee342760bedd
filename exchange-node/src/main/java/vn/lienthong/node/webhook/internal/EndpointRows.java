package vn.lienthong.node.webhook.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.events.EventType;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.webhook.internal.Endpoint.SecretEpoch;
import vn.lienthong.node.webhook.internal.Endpoint.Standing;
import vn.lienthong.node.webhook.internal.Endpoint.StopReason;
import vn.lienthong.node.webhook.internal.Endpoint.Wish;

/** Endpoints in the database. */
@InNodeRole
@Component
class EndpointRows {

    private static final String SELECT = "select endpoint_id, agency_code, name, address, types, version, secret_epoch,"
            + " overlap_until, failing_since, stopped_at, stopped_why, created_at from webhook_endpoint";

    private static final Logger LOG = LoggerFactory.getLogger(EndpointRows.class);

    private final JdbcClient database;

    EndpointRows(JdbcClient database) {
        this.database = database;
    }

    /** Lets nobody else add endpoints of the agency before this transaction ends; returns how many there are. */
    int lockAgency(AgencyCode agency) {
        // Not "insert ignore": that would lock an existing row to share it, and two that share wait for each other.
        int held = database.sql("insert into webhook_agency (agency_code) values (?)"
                        + " on duplicate key update agency_code = agency_code")
                .param(agency.value())
                .update();
        LOG.trace("the row of {} is held: {}", agency, held);
        return database.sql("select count(*) from webhook_endpoint where agency_code = ?")
                .param(agency.value())
                .query(Integer.class)
                .single();
    }

    void insert(UUID id, AgencyCode agency, Wish wish, long place, Instant now) {
        one(database.sql("insert into webhook_endpoint (endpoint_id, agency_code, name, address, types, version,"
                        + " secret_epoch, place, created_at) values (?, ?, ?, ?, ?, 1, 1, ?, ?)")
                .params(
                        Columns.octets(id),
                        agency.value(),
                        wish.name(),
                        wish.address(),
                        String.join(" ", wish.words()),
                        place,
                        Columns.of(now))
                .update());
    }

    /** Writes what administrators set; false when somebody was faster. */
    boolean update(UUID id, int version, Wish wish) {
        return database.sql("update webhook_endpoint set name = ?, address = ?, types = ?, version = version + 1"
                                + " where endpoint_id = ? and version = ?")
                        .params(
                                wish.name(),
                                wish.address(),
                                String.join(" ", wish.words()),
                                Columns.octets(id),
                                version)
                        .update()
                == 1;
    }

    /** Makes a new secret the present one; false when somebody was faster. */
    boolean rotate(UUID id, int epoch, Instant overlapUntil) {
        return database.sql("update webhook_endpoint set secret_epoch = secret_epoch + 1, overlap_until = ?,"
                                + " version = version + 1 where endpoint_id = ? and secret_epoch = ?")
                        .params(Columns.of(overlapUntil), Columns.octets(id), epoch)
                        .update()
                == 1;
    }

    /** Switches it off; false when it was off. */
    boolean stop(UUID id, StopReason why, Instant now) {
        return database.sql("update webhook_endpoint set stopped_at = ?, stopped_why = ?, version = version + 1"
                                + " where endpoint_id = ? and stopped_why is null")
                        .params(Columns.of(now), why.name(), Columns.octets(id))
                        .update()
                == 1;
    }

    /** Switches it on; false when it was on. */
    boolean start(UUID id) {
        return database.sql("update webhook_endpoint set stopped_at = null, stopped_why = null, failing_since = null,"
                                + " version = version + 1 where endpoint_id = ? and stopped_why is not null")
                        .param(Columns.octets(id))
                        .update()
                == 1;
    }

    /** Removes it with all that waits; false when there is none. */
    boolean remove(UUID id) {
        return database.sql("delete from webhook_endpoint where endpoint_id = ?")
                        .param(Columns.octets(id))
                        .update()
                == 1;
    }

    /** Something arrived there; returns whether it had failed before. */
    boolean worked(UUID id) {
        return database.sql("update webhook_endpoint set failing_since = null"
                                + " where endpoint_id = ? and failing_since is not null")
                        .param(Columns.octets(id))
                        .update()
                == 1;
    }

    /** Something did not arrive there; returns whether that is new. */
    boolean failed(UUID id, Instant now) {
        return database.sql("update webhook_endpoint set failing_since = ? where endpoint_id = ? and failing_since"
                                + " is null")
                        .params(Columns.of(now), Columns.octets(id))
                        .update()
                == 1;
    }

    /** Holds it until this transaction ends; empty when it was removed. Whoever writes what belongs to an endpoint holds it first. */
    Optional<Endpoint> lock(UUID id) {
        return database.sql(SELECT + " where endpoint_id = ? for update")
                .param(Columns.octets(id))
                .query((row, _) -> endpoint(row))
                .optional();
    }

    Optional<Endpoint> find(UUID id) {
        return database.sql(SELECT + " where endpoint_id = ?")
                .param(Columns.octets(id))
                .query((row, _) -> endpoint(row))
                .optional();
    }

    List<Endpoint> of(AgencyCode agency) {
        return database.sql(SELECT + " where agency_code = ? order by endpoint_id")
                .param(agency.value())
                .query((row, _) -> endpoint(row))
                .list();
    }

    List<Endpoint> all(int most) {
        return database.sql(SELECT + " order by agency_code, endpoint_id limit " + most)
                .query((row, _) -> endpoint(row))
                .list();
    }

    /** Endpoints that are on, of these agencies. */
    List<UUID> active(Set<AgencyCode> agencies) {
        return database.sql("select endpoint_id from webhook_endpoint where stopped_why is null and agency_code in"
                        + " (:agencies)")
                .param("agencies", agencies.stream().map(AgencyCode::value).toList())
                .query((row, _) -> Columns.uuid(row.getBytes(1)))
                .list();
    }

    /** All agencies that have endpoints that are on. */
    Set<AgencyCode> agencies() {
        return Set.copyOf(database.sql("select distinct agency_code from webhook_endpoint where stopped_why is null")
                .query((row, _) -> new AgencyCode(row.getString(1)))
                .list());
    }

    /** Returns up to which place the events of an endpoint that is on are in the queue, and holds it; empty when somebody else does. */
    Optional<Long> lockPlace(UUID id) {
        return lockPlace(id, " for update skip locked");
    }

    /** The same, after whoever has it now. */
    Optional<Long> awaitPlace(UUID id) {
        return lockPlace(id, " for update");
    }

    private Optional<Long> lockPlace(UUID id, String how) {
        return database.sql("select place from webhook_endpoint where endpoint_id = ? and stopped_why is null" + how)
                .param(Columns.octets(id))
                .query(Long.class)
                .optional();
    }

    void place(UUID id, long place) {
        one(database.sql("update webhook_endpoint set place = ? where endpoint_id = ?")
                .params(place, Columns.octets(id))
                .update());
    }

    private static void one(int rows) {
        if (rows != 1) {
            throw new IllegalStateException("wrote " + rows + " endpoints instead of one");
        }
    }

    private static Endpoint endpoint(ResultSet row) throws SQLException {
        return new Endpoint(
                Columns.uuid(row.getBytes("endpoint_id")),
                new AgencyCode(row.getString("agency_code")),
                new Wish(row.getString("name"), row.getString("address"), types(row.getString("types"))),
                row.getInt("version"),
                new SecretEpoch(row.getInt("secret_epoch"), Columns.instantOrNull(row, "overlap_until")),
                new Standing(
                        Columns.instantOrNull(row, "failing_since"),
                        Columns.instantOrNull(row, "stopped_at"),
                        reason(row.getString("stopped_why"))),
                Columns.instant(row, "created_at"));
    }

    private static @Nullable StopReason reason(@Nullable String name) {
        return name == null ? null : StopReason.valueOf(name);
    }

    private static Set<EventType> types(String words) {
        Set<EventType> types = EnumSet.noneOf(EventType.class);
        Arrays.stream(words.split(" "))
                .flatMap(word -> EventType.ofWord(word).stream())
                .forEach(types::add);
        return types;
    }
}
