package vn.lienthong.node.delivery.internal.engine;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import vn.lienthong.core.delivery.DeliveryEvent;
import vn.lienthong.core.delivery.DeliveryStage;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.evidence.EvidenceDigests;
import vn.lienthong.core.evidence.EvidenceEvent;
import vn.lienthong.core.evidence.EvidenceReason;
import vn.lienthong.core.evidence.EvidenceSubject;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.delivery.internal.rows.DeliveryRow;
import vn.lienthong.node.delivery.internal.rows.ShortTransactions;
import vn.lienthong.node.delivery.internal.rows.UtcMillis;
import vn.lienthong.node.delivery.internal.transport.Carried;
import vn.lienthong.node.delivery.internal.transport.ClaimedShipment;
import vn.lienthong.node.evidence.EvidenceBook;
import vn.lienthong.node.evidence.EvidenceDraft;
import vn.lienthong.node.evidence.StoredEvidence;
import vn.lienthong.node.platform.InNodeRole;

/** Records what came of a batch: attempts, shipments, deliveries and evidence, in one transaction. */
@InNodeRole
@Component
class ShipmentCompletion {

    private final EntityManager entities;
    private final JdbcTemplate sql;
    private final ShortTransactions transactions;
    private final EvidenceBook book;
    private final OwnDeliveries deliveries;
    private final TimeOrderedIds ids;
    private final InstantSource clock;

    ShipmentCompletion(
            EntityManager entities,
            JdbcTemplate sql,
            ShortTransactions transactions,
            EvidenceBook book,
            OwnDeliveries deliveries,
            TimeOrderedIds ids,
            InstantSource clock) {
        this.entities = entities;
        this.sql = sql;
        this.transactions = transactions;
        this.book = book;
        this.deliveries = deliveries;
        this.ids = ids;
        this.clock = clock;
    }

    /** Records all verdicts or none. */
    void record(List<Verdict> verdicts) {
        List<Verdict> ordered = verdicts.stream()
                .sorted(Comparator.comparing(
                        verdict -> verdict.carried().shipment().parcelId()))
                .toList();
        transactions.run(() -> {
            attempts(ordered);
            shipments(ordered);
            evidence(ordered);
            for (Verdict verdict : ordered) {
                conclude(verdict);
            }
        });
    }

    private void attempts(List<Verdict> verdicts) {
        sql.batchUpdate(
                "insert into attempt (attempt_id, parcel_id, target_node, started_at, ended_at, outcome, code,"
                        + " http_status, octets, from_offset) values (?, ?, ?, ?, ?, ?, nullif(?, ''), nullif(?, 0), ?,"
                        + " ?)",
                verdicts.stream().map(this::attempt).toList());
    }

    private Object[] attempt(Verdict verdict) {
        Carried.Trip trip = verdict.carried().trip();
        UUID id = ids.next();
        return new Object[] {
            Columns.octets(id),
            ShipmentClaims.bytes(verdict.carried().shipment()),
            verdict.carried().shipment().target().value(),
            UtcMillis.column(trip.startedAt()),
            UtcMillis.column(trip.endedAt()),
            outcome(verdict),
            code(verdict),
            trip.httpStatus(),
            trip.octets(),
            trip.fromOffset()
        };
    }

    private static String outcome(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Delivered _ -> "delivered";
            case Verdict.Postponed _ -> "postponed";
            case Verdict.TurnedAway _ -> "refused";
        };
    }

    private static String code(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Delivered _ -> "";
            case Verdict.Postponed postponed -> postponed.code().code();
            case Verdict.TurnedAway away -> away.code().code();
        };
    }

    private void shipments(List<Verdict> verdicts) {
        Instant now = clock.instant();
        sql.batchUpdate(
                "update shipment set state = ?, next_attempt_at = ?, attempts = attempts + ?, owner = null,"
                        + " lease_until = null where parcel_id = ? and target_node = ? and state <> 2",
                verdicts.stream().map(verdict -> shipment(verdict, now)).toList());
    }

    private static Object[] shipment(Verdict verdict, Instant now) {
        ClaimedShipment shipment = verdict.carried().shipment();
        boolean postponed = verdict instanceof Verdict.Postponed;
        Instant next = verdict instanceof Verdict.Postponed later ? now.plus(later.pause()) : now;
        return new Object[] {
            postponed ? 0 : 2,
            UtcMillis.column(next),
            postponed ? 1 : 0,
            ShipmentClaims.bytes(shipment),
            shipment.target().value()
        };
    }

    private void evidence(List<Verdict> verdicts) {
        List<StoredEvidence> received = verdicts.stream()
                .flatMap(verdict -> switch (verdict) {
                    case Verdict.Delivered delivered -> delivered.evidence().stream();
                    case Verdict.TurnedAway away -> away.evidence().stream();
                    case Verdict.Postponed _ -> Stream.<StoredEvidence>empty();
                })
                .filter(stored -> !book.holds(stored.evidence().id()))
                .toList();
        book.keep(received);
        deliveries.apply(received);
    }

    private void conclude(Verdict verdict) {
        switch (verdict) {
            case Verdict.Delivered _ -> {
                // The evidence has moved the deliveries already.
            }
            case Verdict.Postponed _ -> moveAll(verdict, new DeliveryEvent.Deferred());
            case Verdict.TurnedAway away -> turnAway(away);
        }
    }

    private void moveAll(Verdict verdict, DeliveryEvent event) {
        ClaimedShipment shipment = verdict.carried().shipment();
        rows(shipment).forEach(row -> deliveries.move(row, sender(shipment), event));
    }

    private static AgencyCode sender(ClaimedShipment shipment) {
        return shipment.head().header().sender();
    }

    private List<DeliveryRow> rows(ClaimedShipment shipment) {
        return entities.createQuery(
                        "from DeliveryRow d where d.key.parcelId = :parcel and d.targetNode = :node", DeliveryRow.class)
                .setParameter("parcel", shipment.parcelId().value())
                .setParameter("node", shipment.target().value())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    private void turnAway(Verdict.TurnedAway away) {
        List<StoredEvidence> own = new ArrayList<>();
        ClaimedShipment shipment = away.carried().shipment();
        DeliveryEvent refusal = new DeliveryEvent.RefusalReceived(away.code(), away.text());
        for (DeliveryRow row : rows(shipment)) {
            boolean told = away.evidence().stream()
                    .anyMatch(stored -> row.key()
                            .recipient()
                            .equals(stored.evidence().subject().recipient()));
            if (!told && !row.state().isFinal()) {
                own.add(relayFailure(shipment, row, new EvidenceReason(away.code(), away.text())));
                deliveries.move(row, sender(shipment), refusal);
            }
        }
        book.keep(own);
    }

    /** States that the parcel could not be brought to the recipient's node. */
    StoredEvidence relayFailure(ClaimedShipment shipment, DeliveryRow row, EvidenceReason reason) {
        EvidenceSubject subject = new EvidenceSubject(
                shipment.parcelId(),
                shipment.head().header().sender(),
                row.key().recipient());
        return book.sign(EvidenceDraft.negative(
                EvidenceEvent.RELAY_FAILURE,
                subject,
                new EvidenceDigests(
                        shipment.head().headerOctets().sha256(),
                        shipment.head().header().payload().sha256(),
                        null),
                reason,
                book.lastOwn(subject).orElse(null)));
    }

    /** Gives up a shipment whose time is over. */
    void expire(ClaimedShipment shipment) {
        transactions.run(() -> {
            sql.update(
                    "update shipment set state = 2, owner = null, lease_until = null"
                            + " where parcel_id = ? and target_node = ?",
                    ShipmentClaims.bytes(shipment),
                    shipment.target().value());
            List<StoredEvidence> own = new ArrayList<>();
            for (DeliveryRow row : rows(shipment)) {
                if (row.state().stage().compareTo(DeliveryStage.CONSIGNED) < 0) {
                    own.add(relayFailure(shipment, row, new EvidenceReason(ErrorCode.NOT_DELIVERED_IN_TIME, "")));
                    deliveries.move(row, sender(shipment), new DeliveryEvent.DeadlinePassed());
                }
            }
            book.keep(own);
        });
    }
}
