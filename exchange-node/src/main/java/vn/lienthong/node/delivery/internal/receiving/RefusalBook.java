package vn.lienthong.node.delivery.internal.receiving;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lienthong.core.delivery.TransferAnswer;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.evidence.SignedEvidence;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.core.value.Timestamps;
import vn.lienthong.node.delivery.internal.rows.OwedReceipts;
import vn.lienthong.node.delivery.internal.rows.ShortTransactions;
import vn.lienthong.node.evidence.StoredEvidence;
import vn.lienthong.node.keys.UnlistedPeer;
import vn.lienthong.node.platform.InNodeRole;

/**
 * Turns parcels and strangers away: a row for operators, a line in the log, and evidence to the sender where it can be given. A
 * peer that causes too many of them goes on being refused, but no longer fills the database.
 */
@Component
@InNodeRole
class RefusalBook {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalBook.class);
    private static final NodeId STRANGERS = new NodeId("strangers");

    private final RefusedRows rows;
    private final ShortTransactions transactions;
    private final OwedReceipts owedReceipts;
    private final Consignments consignments;
    private final InstantSource clock;
    private final RefusalQuota quota = new RefusalQuota();

    RefusalBook(
            RefusedRows rows,
            ShortTransactions transactions,
            OwedReceipts owedReceipts,
            Consignments consignments,
            InstantSource clock) {
        this.rows = rows;
        this.transactions = transactions;
        this.owedReceipts = owedReceipts;
        this.consignments = consignments;
        this.clock = clock;
    }

    /** Refuses a parcel for good. */
    TransferAnswer.Refused refuse(NodeId from, Refusal refusal) {
        LOG.atWarn()
                .addKeyValue("peer", from)
                .addKeyValue(
                        "parcel", refusal.parcelId().map(ParcelId::toString).orElse("unreadable"))
                .addKeyValue("code", refusal.code().code())
                .log("parcel refused: {}", refusal.detail());
        rows.tell(from, refusal);
        return new TransferAnswer.Refused(
                refusal.code(), refusal.code().vietnamese(), refusal.code().actor(), record(from, refusal));
    }

    private List<SignedEvidence> record(NodeId from, Refusal refusal) {
        Instant now = Timestamps.millis(clock.instant());
        if (!quota.take(from, now)) {
            return List.of();
        }
        List<SignedEvidence> before = consignments.stated(refusal).stream()
                .map(StoredEvidence::signed)
                .toList();
        if (!before.isEmpty()) {
            return before;
        }
        List<StoredEvidence> evidence = consignments.state(refusal);
        ParcelId parcel = refusal.parcelId().orElse(null);
        transactions.run(() -> {
            rows.parcel(from, parcel, refusal.code(), now);
            owedReceipts.keepFor(from, evidence);
        });
        return evidence.stream().map(StoredEvidence::signed).toList();
    }

    /** Notes somebody who was turned away before any door of this module. */
    @EventListener
    void turnedAway(UnlistedPeer peer) {
        stranger(peer.certificate());
    }

    /** Notes a peer whose certificate, null when there was none, is nobody's. */
    void stranger(@Nullable Sha256 certificate) {
        ErrorCode code = ErrorCode.NODE_NOT_AUTHENTICATED;
        LOG.atWarn().addKeyValue("code", code.code()).log("peer is not listed in the directory: {}", certificate);
        Instant now = Timestamps.millis(clock.instant());
        if (quota.take(STRANGERS, now)) {
            transactions.run(() -> rows.stranger(certificate, code, now));
        }
    }
}
