package vn.lienthong.node.edxml.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.documents.SealedPieces;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.storage.PayloadId;
import vn.lienthong.node.storage.ReferencedPayloads;

/** Which message led to which parcel, with its octets as they came; let go after a time, row first, so that no row names what is gone. */
@InNodeRole
@Component
class Originals implements ReferencedPayloads {

    private static final int GROUP = 200;

    private final JdbcClient database;
    private final SealedPieces pieces;
    private final EdxmlProperties properties;
    private final InstantSource clock;

    Originals(JdbcClient database, SealedPieces pieces, EdxmlProperties properties, InstantSource clock) {
        this.database = database;
        this.pieces = pieces;
        this.properties = properties;
        this.clock = clock;
    }

    /** Keeps the message of a parcel; false when one is kept already. */
    boolean keep(ParcelId parcel, Spool.Original original) {
        return database.sql("insert ignore into edxml_original (parcel_id, payload_id, size, sha256, kept_at)"
                                + " values (?, ?, ?, ?, ?)")
                        .params(
                                Columns.octets(parcel.value()),
                                Columns.octets(original.piece().value()),
                                original.size(),
                                original.sha256().bytes(),
                                Columns.of(clock.instant()))
                        .update()
                == 1;
    }

    @Override
    public Set<PayloadId> among(Collection<PayloadId> candidates) {
        if (candidates.isEmpty()) {
            return Set.of();
        }
        return database
                .sql("select payload_id from edxml_original where payload_id in (:ids)")
                .param(
                        "ids",
                        candidates.stream()
                                .map(id -> Columns.octets(id.value()))
                                .toList())
                .query((row, _) -> new PayloadId(Columns.uuid(row.getBytes(1))))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Lets go of what is old enough. */
    void release() {
        Instant limit = clock.instant().minus(properties.originals());
        List<byte[]> ripe = ripe(limit);
        while (!ripe.isEmpty()) {
            int _ = database.sql("delete from edxml_original where payload_id in (:ids)")
                    .param("ids", ripe)
                    .update();
            pieces.remove(
                    ripe.stream().map(id -> new PayloadId(Columns.uuid(id))).toList());
            ripe = ripe.size() < GROUP ? List.of() : ripe(limit);
        }
    }

    private List<byte[]> ripe(Instant limit) {
        return database.sql("select payload_id from edxml_original where kept_at <= ? order by kept_at limit ?")
                .params(Columns.of(limit), GROUP)
                .query((row, _) -> row.getBytes(1))
                .list();
    }
}
