package vn.lienthong.node.directory.internal.watch;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.core.party.AgencyId;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.core.value.SuiteId;
import vn.lienthong.node.database.Columns;

/** The unconfirmed keys in the database. */
public final class QuarantineTable implements KeyQuarantine.Kept {

    private final JdbcClient database;

    /** Keeps them in this database. */
    public QuarantineTable(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<KeyQuarantine.Unconfirmed> open() {
        return database.sql("select agency_id, epoch, suite, fingerprint, seen_at from key_quarantine"
                        + " where released_at is null order by seen_at desc, agency_id, epoch, suite")
                .query((row, number) -> new KeyQuarantine.Unconfirmed(
                        new AgencyId(Columns.uuid(row.getBytes(1))),
                        row.getLong(2),
                        new SuiteId(row.getString(3)),
                        Sha256.fromBytes(row.getBytes(4)),
                        Columns.instant(row, "seen_at")))
                .list();
    }

    @Override
    public void keep(KeyQuarantine.Unconfirmed key) {
        int rows = database.sql("insert into key_quarantine (agency_id, epoch, suite, fingerprint, seen_at)"
                        + " values (?, ?, ?, ?, ?) on duplicate key update fingerprint = fingerprint")
                .params(
                        Columns.octets(key.agency().value()),
                        key.epoch(),
                        key.suite().value(),
                        key.fingerprint().bytes(),
                        Columns.of(key.seenAt()))
                .update();
        if (rows > 1) {
            throw new IllegalStateException("one key, one row");
        }
    }

    @Override
    public boolean release(AgencyId agency, long epoch, String by, Instant at) {
        return database.sql("update key_quarantine set released_at = ?, released_by = ?"
                                + " where agency_id = ? and epoch = ? and released_at is null")
                        .params(Columns.of(at), by, Columns.octets(agency.value()), epoch)
                        .update()
                > 0;
    }
}
