package vn.lienthong.node.desk.internal.rest;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.platform.InNodeRole;

/** Which uploaded files went with which parcel. */
@InNodeRole
@Component
class SentFiles {
    private final JdbcClient database;

    SentFiles(JdbcClient database) {
        this.database = database;
    }

    /** Parcels of the agency that carried one of the files; at most five. */
    List<ParcelId> parcels(AgencyCode agency, List<Sha256> files) {
        return files.isEmpty()
                ? List.of()
                : database.sql("select distinct parcel_id from dispatch_file where agency = :agency"
                                + " and sha256 in (:files) order by parcel_id desc limit 5")
                        .param("agency", agency.value())
                        .param("files", files.stream().map(Sha256::bytes).toList())
                        .query((row, _) -> new ParcelId(Columns.uuid(row.getBytes("parcel_id"))))
                        .list();
    }

    void add(AgencyCode agency, Sha256 file, ParcelId parcel) {
        int _ = database.sql("insert ignore into dispatch_file (agency, sha256, parcel_id) values (?, ?, ?)")
                .params(agency.value(), file.bytes(), Columns.octets(parcel.value()))
                .update();
    }
}
