package vn.lienthong.node.training.simulation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.platform.InTraining;

/** The table {@code training_act}. */
@Component
@InTraining
class ActTable implements ActStore {

    private final JdbcClient database;

    ActTable(JdbcClient database) {
        this.database = database;
    }

    @Override
    public void add(List<Act> acts) {
        for (Act act : acts) {
            int _ = database.sql("insert ignore into training_act (agency, kind, parcel_id, detail, due_at)"
                            + " values (?, ?, ?, ?, ?)")
                    .param(act.agency().value())
                    .param(act.kind().name())
                    .param(parcel(act))
                    .param(act.detail())
                    .param(Columns.of(act.dueAt()))
                    .update();
        }
    }

    private static @Nullable String parcel(Act act) {
        ParcelId parcel = act.parcel();
        return parcel == null ? null : parcel.toString();
    }

    @Override
    public List<Act> due(Instant now, int limit) {
        return database.sql(
                        "select * from training_act where done_at is null and due_at <= ? order by due_at, id limit ?")
                .params(Columns.of(now), limit)
                .query((row, _) -> act(row))
                .list();
    }

    private static Act act(ResultSet row) throws SQLException {
        String code = row.getString("agency");
        String parcel = row.getString("parcel_id");
        return new Act(
                row.getLong("id"),
                new AgencyCode(code),
                ActKind.valueOf(row.getString("kind")),
                parcel == null ? null : ParcelId.parse(parcel).orElse(null),
                row.getString("detail"),
                Columns.instant(row, "due_at"),
                row.getInt("tries"));
    }

    @Override
    public void tried(Act act, Instant again) {
        int _ = database.sql("update training_act set tries = tries + 1, due_at = ? where id = ?")
                .params(Columns.of(again), act.id())
                .update();
    }

    @Override
    public void done(Act act, Instant now) {
        int _ = database.sql("update training_act set done_at = ? where id = ?")
                .params(Columns.of(now), act.id())
                .update();
    }
}
