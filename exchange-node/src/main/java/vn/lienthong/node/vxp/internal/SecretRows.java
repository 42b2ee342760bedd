package vn.lienthong.node.vxp.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.value.Octets;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.vxp.GatewaySecrets.Facts;

/** The rows of gateway secrets. */
@InNodeRole
@Component
class SecretRows {

    /** So many secrets of one system may be in force at once. */
    static final int MOST_IN_FORCE = 8;

    private static final int MOST = 500;

    private final JdbcClient database;

    SecretRows(JdbcClient database) {
        this.database = database;
    }

    /** A secret as it is kept. */
    record Kept(Facts facts, Octets sealed) {}

    void insert(Facts facts, byte[] sealed) {
        int _ = database.sql("insert into vxp_secret (secret_id, system_id, agency, sealed, networks, created_by,"
                        + " created_at, expires_at) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        Columns.octets(facts.id()),
                        facts.systemId(),
                        facts.agency().value(),
                        sealed,
                        facts.networks(),
                        facts.createdBy(),
                        Columns.of(facts.createdAt()),
                        Columns.of(facts.expiresAt()))
                .update();
    }

    List<Kept> inForce(String systemId, Instant now) {
        return database.sql("select * from vxp_secret where system_id = ? and withdrawn_at is null and expires_at > ?"
                        + " order by created_at desc limit " + MOST_IN_FORCE)
                .params(systemId, Columns.of(now))
                .query((row, _) -> new Kept(facts(row), Octets.of(row.getBytes("sealed"))))
                .list();
    }

    List<Facts> list(Instant now) {
        return database.sql("select * from vxp_secret order by (withdrawn_at is null and expires_at > ?) desc,"
                        + " created_at desc limit ?")
                .params(Columns.of(now), MOST)
                .query((row, _) -> facts(row))
                .list();
    }

    Optional<Facts> find(UUID id) {
        return database.sql("select * from vxp_secret where secret_id = ?")
                .param(Columns.octets(id))
                .query((row, _) -> facts(row))
                .optional();
    }

    /** Ends it at that time at the latest. */
    boolean endAt(UUID id, Instant end, Instant now) {
        return database.sql("update vxp_secret set expires_at = least(expires_at, ?) where secret_id = ?"
                                + " and withdrawn_at is null and expires_at > ?")
                        .params(Columns.of(end), Columns.octets(id), Columns.of(now))
                        .update()
                == 1;
    }

    boolean withdraw(UUID id, Instant now) {
        return database.sql("update vxp_secret set withdrawn_at = ? where secret_id = ? and withdrawn_at is null"
                                + " and expires_at > ?")
                        .params(Columns.of(now), Columns.octets(id), Columns.of(now))
                        .update()
                == 1;
    }

    void used(UUID id, Instant now, String from) {
        int _ = database.sql("update vxp_secret set last_used_at = ?, last_used_from = ? where secret_id = ?")
                .params(Columns.of(now), from.substring(0, Math.min(from.length(), 45)), Columns.octets(id))
                .update();
    }

    /** Agencies that have a system at this door. */
    Set<AgencyCode> agencies(Instant now) {
        return database
                .sql("select distinct agency from vxp_secret where withdrawn_at is null and expires_at > ?")
                .param(Columns.of(now))
                .query((row, _) -> new AgencyCode(row.getString(1)))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Facts facts(ResultSet row) throws SQLException {
        return new Facts(
                Columns.uuid(row.getBytes("secret_id")),
                row.getString("system_id"),
                new AgencyCode(row.getString("agency")),
                row.getString("networks"),
                row.getString("created_by"),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "expires_at"),
                Columns.instantOrNull(row, "withdrawn_at"),
                Columns.instantOrNull(row, "last_used_at"),
                row.getString("last_used_from"));
    }
}
