package vn.lienthong.node.outgoing.internal.sending;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.outgoing.internal.draft.OutgoingId;
import vn.lienthong.node.platform.InNodeRole;

/** The parcels in which a document was sent once more. */
@InNodeRole
@Component
public class FurtherParcels {

    private static final int MOST = 500;

    private final JdbcClient database;

    FurtherParcels(JdbcClient database) {
        this.database = database;
    }

    /** All of a document, the first one first; without the parcel in which it left at first. */
    public List<ParcelId> of(OutgoingId document) {
        return database.sql("select parcel_id from outgoing_parcel where document_id = ? order by parcel_id limit ?")
                .params(document.value(), MOST)
                .query((row, _) -> new ParcelId(Columns.uuid(row.getBytes("parcel_id"))))
                .list();
    }

    /** Notes that a document left once more; it is looked after on its way again. */
    void add(OutgoingId document, ParcelId parcel, Instant now) {
        int _ = database.sql("insert ignore into outgoing_parcel (document_id, parcel_id) values (?, ?)")
                .params(document.value(), Columns.octets(parcel.value()))
                .update();
        int _ = database.sql("update outgoing_document set look_at = ? where document_id = ?")
                .params(Columns.of(now), document.value())
                .update();
    }
}
