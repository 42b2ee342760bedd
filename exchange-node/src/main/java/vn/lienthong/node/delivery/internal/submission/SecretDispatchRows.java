package vn.lienthong.node.delivery.internal.submission;

import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.delivery.Dispatch;
import vn.lienthong.node.delivery.SecretDispatch;
import vn.lienthong.node.delivery.internal.rows.ColumnCodes;
import vn.lienthong.node.delivery.internal.rows.DeliveryRow;
import vn.lienthong.node.platform.InNodeRole;

/** Reads the dispatches of secrets, by an index of their own. */
@InNodeRole
@Component
class SecretDispatchRows {

    private static final String SELECT =
            "select parcel_id, sender_code, secrecy, created_at, expires_at, urgency, payload_size, package_sha512"
                    + " from outbound_parcel where secrecy > 0 and sender_code = :sender and ";
    private static final UUID LAST = new UUID(-1, -1);

    private final JdbcClient database;
    private final EntityManager entities;

    SecretDispatchRows(JdbcClient database, EntityManager entities) {
        this.database = database;
        this.entities = entities;
    }

    @Transactional(readOnly = true)
    Optional<SecretDispatch> find(AgencyCode sender, ParcelId parcelId) {
        List<SecretDispatch> found = database.sql(SELECT + "parcel_id = :parcel")
                .param("sender", sender.value())
                .param("parcel", Columns.octets(parcelId.value()))
                .query((row, _) -> withoutLegs(row))
                .list();
        return withLegs(found).stream().findFirst();
    }

    @Transactional(readOnly = true)
    List<SecretDispatch> page(AgencyCode sender, Optional<ParcelId> before, int limit) {
        List<SecretDispatch> found = database.sql(SELECT + "parcel_id < :before order by parcel_id desc limit :most")
                .param("sender", sender.value())
                .param("before", Columns.octets(before.map(ParcelId::value).orElse(LAST)))
                .param("most", limit)
                .query((row, _) -> withoutLegs(row))
                .list();
        return withLegs(found);
    }

    private static SecretDispatch withoutLegs(ResultSet row) throws SQLException {
        return new SecretDispatch(
                new ParcelId(Columns.uuid(row.getBytes("parcel_id"))),
                new AgencyCode(row.getString("sender_code")),
                ColumnCodes.secrecy(row.getInt("secrecy")),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "expires_at"),
                row.getInt("urgency"),
                row.getLong("payload_size"),
                HexFormat.of().formatHex(row.getBytes("package_sha512")),
                List.of());
    }

    private List<SecretDispatch> withLegs(List<SecretDispatch> found) {
        if (found.isEmpty()) {
            return found;
        }
        Map<ParcelId, List<Dispatch.Leg>> legs = entities
                .createQuery(
                        "from DeliveryRow d where d.key.parcelId in :ids order by d.key.recipientCode",
                        DeliveryRow.class)
                .setParameter(
                        "ids", found.stream().map(one -> one.parcelId().value()).toList())
                .getResultList()
                .stream()
                .collect(Collectors.groupingBy(
                        row -> row.key().parcelId(), Collectors.mapping(DispatchRows::leg, Collectors.toList())));
        return found.stream()
                .map(one -> with(one, legs.getOrDefault(one.parcelId(), List.of())))
                .toList();
    }

    private static SecretDispatch with(SecretDispatch one, List<Dispatch.Leg> legs) {
        return new SecretDispatch(
                one.parcelId(),
                one.sender(),
                one.level(),
                one.createdAt(),
                one.expiresAt(),
                one.urgency(),
                one.payloadSize(),
                one.packageSha512(),
                legs);
    }
}
