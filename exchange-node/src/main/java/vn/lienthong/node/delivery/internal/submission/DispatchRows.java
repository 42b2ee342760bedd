package vn.lienthong.node.delivery.internal.submission;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.core.document.Document;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.wire.Decoded;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.node.delivery.Dispatch;
import vn.lienthong.node.delivery.internal.rows.DeliveryRow;
import vn.lienthong.node.delivery.internal.rows.DocumentRow;
import vn.lienthong.node.platform.InNodeRole;

/** Reads dispatches: only the columns that are shown, and pages by key. */
@InNodeRole
@Component
class DispatchRows {

    private static final String COLUMNS = """
        select p.parcelId as id, p.senderCode as sender, p.createdAt as createdAt, p.expiresAt as expiresAt,
               p.urgency as urgency, p.payloadSize as payloadSize, p.packageSha512 as packaged,
               d.codeNumber as number, d.codeNotation as notation, d.typeName as type, d.subject as subject,
               d.fileCount as files
          from OutboundParcelRow p join DocumentRow d on d.parcelId = p.parcelId
         where p.senderCode = :sender and p.secrecy = 0
        """;

    private static final int MOST_ALIKE = 5;
    private static final UUID LAST = new UUID(-1, -1);

    private final EntityManager entities;

    DispatchRows(EntityManager entities) {
        this.entities = entities;
    }

    @Transactional(readOnly = true)
    Optional<Dispatch> find(AgencyCode sender, ParcelId parcelId) {
        List<Tuple> rows = entities.createQuery(COLUMNS + " and p.parcelId = :parcel", Tuple.class)
                .setParameter("sender", sender.value())
                .setParameter("parcel", parcelId.value())
                .getResultList();
        return withLegs(rows).stream().findFirst();
    }

    @Transactional(readOnly = true)
    List<Dispatch> page(AgencyCode sender, Optional<ParcelId> before, int limit) {
        List<Tuple> rows = entities.createQuery(
                        COLUMNS + " and p.parcelId < :before order by p.parcelId desc", Tuple.class)
                .setParameter("sender", sender.value())
                .setParameter("before", before.map(ParcelId::value).orElse(LAST))
                .setMaxResults(limit)
                .getResultList();
        return withLegs(rows);
    }

    @Transactional(readOnly = true)
    Optional<Document> document(AgencyCode sender, ParcelId parcelId) {
        return entities
                .createQuery(
                        "from DocumentRow d where d.parcelId = :parcel and exists (select 1 from OutboundParcelRow p"
                                + " where p.parcelId = d.parcelId and p.senderCode = :sender and p.secrecy = 0)",
                        DocumentRow.class)
                .setParameter("parcel", parcelId.value())
                .setParameter("sender", sender.value())
                .getResultList()
                .stream()
                .findFirst()
                .map(DispatchRows::decoded);
    }

    @Transactional(readOnly = true)
    List<ParcelId> alike(AgencyCode sender, String number, String notation, LocalDate date) {
        return entities
                .createQuery(
                        "select p.parcelId from OutboundParcelRow p join DocumentRow d on d.parcelId = p.parcelId"
                                + " where p.senderCode = :sender and p.secrecy = 0 and d.codeNumber = :number"
                                + " and d.codeNotation = :notation and d.promulgatedOn = :date"
                                + " order by p.parcelId desc",
                        UUID.class)
                .setParameter("sender", sender.value())
                .setParameter("number", number)
                .setParameter("notation", notation)
                .setParameter("date", date)
                .setMaxResults(MOST_ALIKE)
                .getResultList()
                .stream()
                .map(ParcelId::new)
                .toList();
    }

    private static Document decoded(DocumentRow row) {
        return switch (WireFormats.DOCUMENT.decode(row.document())) {
            case Decoded.Value<Document>(Document document) -> document;
            case Decoded.Malformed<Document>(String reason, String _) ->
                throw new IllegalStateException("a document in the database was damaged: " + reason);
        };
    }

    private List<Dispatch> withLegs(List<Tuple> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<UUID> ids = rows.stream().map(row -> row.get("id", UUID.class)).toList();
        Map<ParcelId, List<DeliveryRow>> deliveries = entities
                .createQuery(
                        "from DeliveryRow d where d.key.parcelId in :ids order by d.key.recipientCode",
                        DeliveryRow.class)
                .setParameter("ids", ids)
                .getResultList()
                .stream()
                .collect(Collectors.groupingBy(row -> row.key().parcelId()));
        return rows.stream().map(row -> dispatch(row, deliveries)).toList();
    }

    private static Dispatch dispatch(Tuple row, Map<ParcelId, List<DeliveryRow>> deliveries) {
        ParcelId id = new ParcelId(row.get("id", UUID.class));
        List<Dispatch.Leg> legs = deliveries.getOrDefault(id, List.of()).stream()
                .map(DispatchRows::leg)
                .toList();
        return new Dispatch(
                id,
                new AgencyCode(row.get("sender", String.class)),
                row.get("createdAt", Instant.class),
                row.get("expiresAt", Instant.class),
                row.get("urgency", Integer.class),
                row.get("payloadSize", Long.class),
                HexFormat.of().formatHex(row.get("packaged", byte[].class)),
                new Dispatch.Summary(
                        text(row, "number"),
                        text(row, "notation"),
                        text(row, "type"),
                        text(row, "subject"),
                        row.get("files", Integer.class)),
                legs);
    }

    static Dispatch.Leg leg(DeliveryRow row) {
        return new Dispatch.Leg(
                row.key().recipient(),
                row.targetNode().value(),
                row.state().stage(),
                row.stateSince(),
                row.reasonCode());
    }

    private static String text(Tuple row, String alias) {
        return Objects.requireNonNullElse(row.get(alias, String.class), "");
    }
}
