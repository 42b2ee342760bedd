package vn.lienthong.node.delivery.internal.submission;

import jakarta.persistence.EntityManager;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.delivery.DepartureFeed;
import vn.lienthong.node.delivery.internal.rows.DeliveryRow;
import vn.lienthong.node.delivery.internal.rows.ShortTransactions;
import vn.lienthong.node.platform.InNodeRole;

/** Parcels that the desk does not know yet: a mark in their rows, so that nothing can be missed or told twice. */
@Component
@InNodeRole
class UntoldDepartures implements DepartureFeed {

    private static final int MOST = 200;

    private final JdbcClient database;
    private final EntityManager entities;
    private final ShortTransactions transactions;
    private final DispatchRows rows;

    UntoldDepartures(JdbcClient database, EntityManager entities, ShortTransactions transactions, DispatchRows rows) {
        this.database = database;
        this.entities = entities;
        this.transactions = transactions;
        this.rows = rows;
    }

    @Override
    public int tell(int limit, Consumer<List<Departure>> keeper) {
        return transactions.call(() -> tellLocked(Math.clamp(limit, 1, MOST), keeper));
    }

    private int tellLocked(int limit, Consumer<List<Departure>> keeper) {
        List<Departure> untold = untold(limit);
        if (untold.isEmpty()) {
            return 0;
        }
        List<UUID> ids = untold.stream().map(one -> one.parcelId().value()).toList();
        Map<UUID, List<AgencyCode>> recipients = recipients(ids);
        keeper.accept(untold.stream()
                .map(one -> whole(one, recipients.getOrDefault(one.parcelId().value(), List.of())))
                .toList());
        int marked = database.sql("update outbound_parcel set told = 1 where parcel_id in (:ids)")
                .param("ids", ids.stream().map(Columns::octets).toList())
                .update();
        if (marked != ids.size()) {
            throw new IllegalStateException("marked " + marked + " parcels of " + ids.size());
        }
        return marked;
    }

    /** Without the recipients and the document. */
    private List<Departure> untold(int limit) {
        return database.sql("select parcel_id, sender_code, created_at, submitted_by from outbound_parcel"
                        + " where told = 0 and secrecy = 0 order by parcel_id limit ? for update skip locked")
                .param(limit)
                .query((row, _) -> new Departure(
                        new ParcelId(Columns.uuid(row.getBytes("parcel_id"))),
                        new AgencyCode(row.getString("sender_code")),
                        List.of(),
                        row.getObject("created_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                        row.getString("submitted_by"),
                        Optional.empty()))
                .list();
    }

    private Map<UUID, List<AgencyCode>> recipients(List<UUID> ids) {
        return entities
                .createQuery(
                        "from DeliveryRow d where d.key.parcelId in :ids order by d.key.recipientCode",
                        DeliveryRow.class)
                .setParameter("ids", ids)
                .getResultList()
                .stream()
                .collect(Collectors.groupingBy(
                        row -> row.key().parcelId().value(),
                        Collectors.mapping(row -> row.key().recipient(), Collectors.toList())));
    }

    private Departure whole(Departure one, List<AgencyCode> recipients) {
        return new Departure(
                one.parcelId(),
                one.sender(),
                recipients,
                one.at(),
                one.submittedBy(),
                rows.document(one.sender(), one.parcelId()));
    }
}
