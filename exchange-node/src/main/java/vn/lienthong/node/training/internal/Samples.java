package vn.lienthong.node.training.internal;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.training.internal.SampleKind.Ordered;

/** The table {@code training_sample}: which parcels are sample documents. */
@Component
@ForTrainees
class Samples {

    private final JdbcClient database;

    Samples(JdbcClient database) {
        this.database = database;
    }

    /** When the sample was first ordered, so that each try makes the same document; ordered now if it was not before. */
    Instant orderedAt(Ordered sample, Instant now) {
        int _ = database.sql("insert ignore into training_sample (kind, round, ordered_at) values (?, ?, ?)")
                .params(sample.kind().name(), sample.round(), Columns.of(now))
                .update();
        return Columns.instant(database.sql("select ordered_at from training_sample where kind = ? and round = ?")
                .params(sample.kind().name(), sample.round())
                .query(LocalDateTime.class)
                .single());
    }

    /** The parcel has gone. */
    void sent(Ordered sample, ParcelId parcel) {
        int _ = database.sql("update training_sample set parcel_id = ? where kind = ? and round = ?")
                .params(parcel.toString(), sample.kind().name(), sample.round())
                .update();
    }

    /** All that have gone, by parcel. */
    Map<String, Ordered> sent() {
        Map<String, Ordered> sent = new HashMap<>();
        database.sql("select kind, round, parcel_id from training_sample where parcel_id is not null")
                .query((row, _) -> Map.entry(
                        row.getString("parcel_id"),
                        new Ordered(SampleKind.valueOf(row.getString("kind")), row.getInt("round"))))
                .list()
                .forEach(entry -> sent.put(entry.getKey(), entry.getValue()));
        return sent;
    }

    /** The parcel of a sample, once it has gone. */
    Optional<ParcelId> parcel(Ordered sample) {
        return database.sql(
                        "select parcel_id from training_sample where kind = ? and round = ? and parcel_id is not null")
                .params(sample.kind().name(), sample.round())
                .query(String.class)
                .optional()
                .flatMap(ParcelId::parse);
    }
}
