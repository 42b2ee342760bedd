package vn.lienthong.node.delivery.internal.rows;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.delivery.SecretMarks;
import vn.lienthong.node.platform.InNodeRole;

/** Asks the tables of parcels which are secrets; both by their keys. */
@Component
@InNodeRole
class SecretRows implements SecretMarks {

    private static final String QUESTION =
            "select parcel_id from outbound_parcel where parcel_id in (:ids) and secrecy > 0"
                    + " union select parcel_id from inbound_parcel where parcel_id in (:ids) and secrecy > 0";

    private final JdbcClient database;

    SecretRows(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Secrecy level(ParcelId parcel) {
        int level = database.sql(
                        "select coalesce(max(secrecy), 0) from (select secrecy from outbound_parcel where parcel_id ="
                                + " :id union all select secrecy from inbound_parcel where parcel_id = :id) both_ways")
                .param("id", Columns.octets(parcel.value()))
                .query(Integer.class)
                .single();
        return ColumnCodes.secrecy(level);
    }

    @Override
    public Set<ParcelId> among(Collection<ParcelId> parcels) {
        if (parcels.isEmpty()) {
            return Set.of();
        }
        List<byte[]> ids = parcels.stream()
                .distinct()
                .map(parcel -> Columns.octets(parcel.value()))
                .toList();
        return database
                .sql(QUESTION)
                .param("ids", ids)
                .query((row, _) -> new ParcelId(Columns.uuid(row.getBytes(1))))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }
}
