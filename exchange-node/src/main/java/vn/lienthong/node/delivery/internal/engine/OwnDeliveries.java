package vn.lienthong.node.delivery.internal.engine;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.lienthong.core.delivery.DeliveryEvent;
import vn.lienthong.core.delivery.DeliveryMachine;
import vn.lienthong.core.delivery.DeliveryState;
import vn.lienthong.core.delivery.DeliveryTransition;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.evidence.Evidence;
import vn.lienthong.core.evidence.EvidenceReason;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.delivery.DeliveryProgress;
import vn.lienthong.node.delivery.MovedDelivery;
import vn.lienthong.node.delivery.internal.rows.DeliveryKey;
import vn.lienthong.node.delivery.internal.rows.DeliveryRow;
import vn.lienthong.node.delivery.internal.submission.DispatchNews;
import vn.lienthong.node.delivery.internal.submission.DispatchWaiters;
import vn.lienthong.node.evidence.StoredEvidence;
import vn.lienthong.node.platform.InNodeRole;

/** Moves the deliveries of parcels that this node sends, and tells those who wait for news, after the commit. */
@InNodeRole
@Component
class OwnDeliveries implements DeliveryProgress {

    private static final Logger LOG = LoggerFactory.getLogger(OwnDeliveries.class);

    private final EntityManager entities;
    private final DispatchWaiters waiters;
    private final DispatchNews news;
    private final InstantSource clock;

    OwnDeliveries(EntityManager entities, DispatchWaiters waiters, DispatchNews news, InstantSource clock) {
        this.entities = entities;
        this.waiters = waiters;
        this.news = news;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void apply(List<StoredEvidence> evidence) {
        // One order for all transactions, so that two of them never wait for each other.
        List<MovedDelivery> moves = evidence.stream()
                .map(StoredEvidence::evidence)
                .sorted(Comparator.comparing(entry -> entry.subject().parcelId()))
                .flatMap(entry -> apply(entry).stream())
                .toList();
        news.moved(moves);
    }

    private Optional<MovedDelivery> apply(Evidence evidence) {
        AgencyCode recipient = evidence.subject().recipient();
        Optional<DeliveryEvent> event = event(evidence);
        if (recipient == null || event.isEmpty()) {
            return Optional.empty();
        }
        DeliveryRow row = find(evidence.subject().parcelId(), recipient);
        if (row == null) {
            return Optional.empty();
        }
        if (!row.targetNode().equals(evidence.issuer().node())) {
            LOG.warn(
                    "Node {} speaks about parcel {} for a recipient that it does not serve",
                    evidence.issuer().node(),
                    evidence.subject().parcelId());
            return Optional.empty();
        }
        return apply(row, evidence.subject().sender(), event.get());
    }

    private @Nullable DeliveryRow find(ParcelId parcelId, AgencyCode recipient) {
        return entities.find(DeliveryRow.class, new DeliveryKey(parcelId, recipient), LockModeType.PESSIMISTIC_WRITE);
    }

    /** Moves one delivery in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    void move(DeliveryRow row, AgencyCode sender, DeliveryEvent event) {
        news.moved(apply(row, sender, event).stream().toList());
    }

    private Optional<MovedDelivery> apply(DeliveryRow row, AgencyCode sender, DeliveryEvent event) {
        Instant now = clock.instant();
        return switch (DeliveryMachine.apply(row.state(), event)) {
            case DeliveryTransition.Moved(DeliveryState _, DeliveryState to) -> {
                row.moveTo(to, now);
                afterCommit(row.key().parcelId());
                yield Optional.of(moved(row, sender, to));
            }
            case DeliveryTransition.Unchanged _ -> {
                LOG.debug("Old news about {}", row.key().parcelId());
                yield Optional.empty();
            }
            case DeliveryTransition.Illegal(DeliveryState state, DeliveryEvent _) -> {
                LOG.error(
                        "News about parcel {} contradicts its state {}",
                        row.key().parcelId(),
                        state.stage());
                yield Optional.empty();
            }
        };
    }

    private static MovedDelivery moved(DeliveryRow row, AgencyCode sender, DeliveryState to) {
        return new MovedDelivery(row.key().parcelId(), sender, row.key().recipient(), to.stage(), row.reasonCode());
    }

    private void afterCommit(ParcelId parcelId) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                waiters.changed(List.of(parcelId));
            }
        });
    }

    private static Optional<DeliveryEvent> event(Evidence evidence) {
        return switch (evidence.event()) {
            case CONTENT_CONSIGNMENT -> Optional.of(new DeliveryEvent.ConsignmentConfirmed());
            case CONTENT_HANDOVER -> Optional.of(new DeliveryEvent.HandoverConfirmed());
            case CONSIGNMENT_REJECTION, CONTENT_CONSIGNMENT_FAILURE, CONTENT_HANDOVER_FAILURE ->
                Optional.of(refusal(evidence));
            case ACCEPTANCE_REJECTION_EXPIRY -> Optional.of(refusal(evidence));
            case SUBMISSION_ACCEPTANCE, SUBMISSION_REJECTION, RELAY_FAILURE -> Optional.empty();
        };
    }

    private static DeliveryEvent refusal(Evidence evidence) {
        EvidenceReason reason = evidence.reasons().isEmpty()
                ? new EvidenceReason(ErrorCode.REFUSED_BY_CLERK, "")
                : evidence.reasons().getFirst();
        return reason.code() == ErrorCode.RECALLED_BY_SENDER
                ? new DeliveryEvent.RecallConfirmed()
                : new DeliveryEvent.RefusalReceived(reason.code(), reason.detail());
    }
}
