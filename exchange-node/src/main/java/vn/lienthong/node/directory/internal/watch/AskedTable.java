package vn.lienthong.node.directory.internal.watch;

import java.security.PublicKey;
import java.time.InstantSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.node.database.Columns;

/**
 * What this node has asked the directory for. Written before the directory hears of it and never removed, so that nothing that
 * this node wanted can look like somebody else's doing, whenever it crashes.
 */
public final class AskedTable implements Asking {

    private final JdbcClient database;
    private final InstantSource clock;

    /** Keeps it in this database. */
    public AskedTable(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void ask(Object subject, Kind kind, Sha256 what) {
        int rows = database.sql(
                        "insert ignore into directory_request (subject, kind, sha256, asked_at) values (?, ?, ?, ?)")
                .params(subject.toString(), kind.name(), what.bytes(), Columns.of(clock.instant()))
                .update();
        if (rows > 1) {
            throw new IllegalStateException("one request, one row");
        }
    }

    /** Whether it was asked for. */
    public boolean isAsked(Object subject, Kind kind, Sha256 what) {
        return database.sql("select count(*) from directory_request where subject = ? and kind = ? and sha256 = ?")
                        .params(subject.toString(), kind.name(), what.bytes())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** What stands for a public key. */
    public static Sha256 of(PublicKey key) {
        return Sha256.of(key.getEncoded());
    }
}
