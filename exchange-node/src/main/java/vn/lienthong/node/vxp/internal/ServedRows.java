package vn.lienthong.node.vxp.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.core.value.Sha512;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.platform.InNodeRole;

/** Which documents were handed out at this door, under which lease and with which digest. */
@InNodeRole
@Component
class ServedRows {

    private static final int SERVING = 0;
    private static final int SERVED = 1;
    private static final int AGAIN = 2;

    private final JdbcClient database;
    private final InstantSource clock;

    ServedRows(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A document that was handed out.
     *
     * @param lease under which lease
     * @param digest of the package, computed while it was handed out; null when it was not to its end
     * @param again whether it is offered again
     */
    record Served(UUID lease, @Nullable Sha512 digest, boolean again) {}

    Optional<Served> find(long entryId) {
        return database.sql("select * from vxp_served where entry_id = ?")
                .param(entryId)
                .query((row, _) -> served(row))
                .optional();
    }

    private static Served served(ResultSet row) throws SQLException {
        byte[] digest = row.getBytes("package_sha512");
        return new Served(
                Columns.uuid(row.getBytes("lease_id")),
                digest == null || row.getInt("state") != SERVED ? null : Sha512.fromBytes(digest),
                row.getInt("state") == AGAIN);
    }

    /** Begins to hand a document out under a new lease. */
    void begin(long entryId, UUID lease) {
        int _ = database.sql("insert into vxp_served (entry_id, lease_id, state, changed_at) values (?, ?, ?, ?)"
                        + " on duplicate key update lease_id = values(lease_id), state = values(state),"
                        + " package_sha512 = null, changed_at = values(changed_at)")
                .params(entryId, Columns.octets(lease), SERVING, Columns.of(clock.instant()))
                .update();
    }

    /** Takes a document that is offered again; of several who try, one. */
    boolean takeAgain(long entryId, UUID lease) {
        return change(entryId, lease, AGAIN, SERVING);
    }

    void served(long entryId, UUID lease, Sha512 digest) {
        int _ = database.sql("update vxp_served set state = ?, package_sha512 = ?, changed_at = ? where entry_id = ?"
                        + " and lease_id = ?")
                .params(SERVED, digest.bytes(), Columns.of(clock.instant()), entryId, Columns.octets(lease))
                .update();
    }

    /** What broke off may be taken again at once. */
    void brokenOff(long entryId, UUID lease) {
        boolean _ = change(entryId, lease, SERVING, AGAIN);
    }

    /** What failed at the program may be taken again at once. */
    boolean failed(long entryId, UUID lease) {
        return change(entryId, lease, SERVED, AGAIN);
    }

    private boolean change(long entryId, UUID lease, int from, int to) {
        return database.sql("update vxp_served set state = ?, changed_at = ? where entry_id = ? and lease_id = ?"
                                + " and state = ?")
                        .params(to, Columns.of(clock.instant()), entryId, Columns.octets(lease), from)
                        .update()
                == 1;
    }

    Set<Long> again(Collection<Long> entries) {
        return entries.isEmpty()
                ? Set.of()
                : database
                        .sql("select entry_id from vxp_served where entry_id in (:ids) and state = :again")
                        .param("ids", entries)
                        .param("again", AGAIN)
                        .query((row, _) -> row.getLong(1))
                        .list()
                        .stream()
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** Forgets what happened long ago; settled entries need it no more, and others are fetched anew. */
    int forget(Instant before) {
        return database.sql("delete from vxp_served where changed_at <= ? limit 1000")
                .param(Columns.of(before))
                .update();
    }
}
