package vn.lienthong.node.training.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.value.Timestamps;
import vn.lienthong.node.platform.InTraining;
import vn.lienthong.node.training.TrainingAgency;

/** The table {@code training_act}. */
@Component
@InTraining
class ActTable implements ActStore {

    private final JdbcClient database;

    ActTable(JdbcClient database) {
        this.database = database;
    }

    static LocalDateTime column(Instant at) {
        return LocalDateTime.ofInstant(Timestamps.millis(at), ZoneOffset.UTC);
    }

    static Instant instant(LocalDateTime column) {
        return column.toInstant(ZoneOffset.UTC);
    }

    @Override
    public void add(List<Act> acts) {
        for (Act act : acts) {
            int _ = database.sql("insert ignore into training_act (agency, kind, parcel_id, detail, due_at)"
                            + " values (?, ?, ?, ?, ?)")
                    .param(act.agency().code().value())
                    .param(act.kind().name())
                    .param(parcel(act))
                    .param(act.detail())
                    .param(column(act.dueAt()))
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
                .params(column(now), limit)
                .query((row, _) -> act(row))
                .list();
    }

    private static Act act(ResultSet row) throws SQLException {
        String code = row.getString("agency");
        String parcel = row.getString("parcel_id");
        return new Act(
                row.getLong("id"),
                TrainingAgency.simulated().stream()
                        .filter(agency -> agency.code().value().equals(code))
                        .findFirst()
                        .orElseThrow(() -> new SQLException("no simulated agency " + code)),
                ActKind.valueOf(row.getString("kind")),
                parcel == null ? null : ParcelId.parse(parcel).orElse(null),
                row.getString("detail"),
                instant(row.getObject("due_at", LocalDateTime.class)),
                row.getInt("tries"));
    }

    @Override
    public void tried(Act act, Instant again) {
        int _ = database.sql("update training_act set tries = tries + 1, due_at = ? where id = ?")
                .params(column(again), act.id())
                .update();
    }

    @Override
    public void done(Act act, Instant now) {
        int _ = database.sql("update training_act set done_at = ? where id = ?")
                .params(column(now), act.id())
                .update();
    }
}
