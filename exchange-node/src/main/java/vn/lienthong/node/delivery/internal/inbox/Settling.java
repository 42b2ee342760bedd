package vn.lienthong.node.delivery.internal.inbox;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.evidence.ClaimLevel;
import vn.lienthong.core.evidence.EvidenceDigests;
import vn.lienthong.core.evidence.EvidenceEvent;
import vn.lienthong.core.evidence.EvidenceReason;
import vn.lienthong.core.evidence.EvidenceSubject;
import vn.lienthong.core.evidence.PreviousEvidence;
import vn.lienthong.core.message.ParcelHeader;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.value.Timestamps;
import vn.lienthong.core.wire.Decoded;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.node.delivery.SettledEntry;
import vn.lienthong.node.delivery.Settlement;
import vn.lienthong.node.delivery.internal.evidencing.EvidenceReturn;
import vn.lienthong.node.delivery.internal.receiving.ReceivingCrashPoints;
import vn.lienthong.node.delivery.internal.rows.InboundParcelRow;
import vn.lienthong.node.delivery.internal.rows.InboxEntryRow;
import vn.lienthong.node.delivery.internal.rows.ShortTransactions;
import vn.lienthong.node.evidence.EvidenceBook;
import vn.lienthong.node.evidence.EvidenceDraft;
import vn.lienthong.node.evidence.StoredEvidence;
import vn.lienthong.node.platform.CrashPoints;
import vn.lienthong.node.platform.InNodeRole;

/**
 * Ends the life of an entry: state, evidence and its way to the sender in one transaction. Evidence is signed before; when
 * somebody else was faster, what was signed has never been stated.
 */
@Component
@InNodeRole
class Settling {

    private static final Logger LOG = LoggerFactory.getLogger(Settling.class);

    private final InboxRows rows;
    private final ShortTransactions transactions;
    private final EvidenceBook evidenceBook;
    private final EvidenceReturn evidenceReturn;
    private final SettlementNews news;
    private final CrashPoints crashPoints;
    private final InstantSource clock;

    Settling(
            InboxRows rows,
            ShortTransactions transactions,
            EvidenceBook evidenceBook,
            EvidenceReturn evidenceReturn,
            SettlementNews news,
            CrashPoints crashPoints,
            InstantSource clock) {
        this.rows = rows;
        this.transactions = transactions;
        this.evidenceBook = evidenceBook;
        this.evidenceReturn = evidenceReturn;
        this.news = news;
        this.crashPoints = crashPoints;
        this.clock = clock;
    }

    /**
     * How an entry is to end.
     *
     * @param outcome state of the row
     * @param event that is stated
     * @param reasons why; none for a hand-over
     */
    record Wish(int outcome, EvidenceEvent event, List<EvidenceReason> reasons) {

        static Wish handover() {
            return new Wish(InboxEntryRow.HANDED_OVER, EvidenceEvent.CONTENT_HANDOVER, List.of());
        }

        static Wish refusal(EvidenceReason reason) {
            return new Wish(InboxEntryRow.REFUSED, EvidenceEvent.CONSIGNMENT_REJECTION, List.of(reason));
        }

        static Wish withdrawal() {
            EvidenceReason reason = new EvidenceReason(ErrorCode.RECALLED_BY_SENDER, "");
            return new Wish(InboxEntryRow.WITHDRAWN, EvidenceEvent.CONTENT_HANDOVER_FAILURE, List.of(reason));
        }
    }

    /**
     * By what right somebody settles an entry.
     *
     * @param kind which entries it is about
     * @param lease the lease that was granted before; null for secrets, which are not leased
     */
    record Right(InboxRows.Kind kind, @Nullable UUID lease) {

        static Right lease(UUID lease) {
            return new Right(InboxRows.Kind.ORDINARY, lease);
        }

        static Right ofSecretArea() {
            return new Right(InboxRows.Kind.SECRET, null);
        }

        private boolean isHeld(InboxEntryRow entry) {
            return lease == null || entry.isLeasedBy(lease);
        }

        private boolean isRunning(InboxEntryRow entry, Instant now) {
            return lease == null || entry.isLeasedAt(now);
        }
    }

    Settlement settle(Collection<String> recipients, long entryId, Right right, Wish wish) {
        Optional<InboxRows.Full> before = rows.full(right.kind(), recipients, entryId);
        if (before.isEmpty()) {
            return new Settlement.Absent();
        }
        Instant now = Timestamps.millis(clock.instant());
        Optional<Settlement> obstacle = obstacle(before.get().entry(), right, wish, now);
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        StoredEvidence evidence = evidenceBook.sign(draft(before.get(), wish));
        Settlement settlement = transactions.call(() -> write(recipients, entryId, right, wish, evidence));
        crashPoints.reach(ReceivingCrashPoints.HANDED_OVER);
        LOG.atInfo()
                .addKeyValue("parcel", before.get().parcel().parcelId())
                .addKeyValue("entry", entryId)
                .addKeyValue("event", wish.event().code())
                .log("inbox entry settled");
        return settlement;
    }

    private Settlement write(
            Collection<String> recipients, long entryId, Right right, Wish wish, StoredEvidence evidence) {
        InboxRows.Full full = rows.lock(right.kind(), recipients, entryId).orElseThrow();
        Instant now = Timestamps.millis(clock.instant());
        Optional<Settlement> obstacle = obstacle(full.entry(), right, wish, now);
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        end(full, wish, evidence, now);
        return new Settlement.Done(evidence);
    }

    private void end(InboxRows.Full full, Wish wish, StoredEvidence evidence, Instant now) {
        InboxEntryRow entry = full.entry();
        entry.settle(wish.outcome(), evidence.evidence().id(), now);
        evidenceReturn.send(full.parcel().senderNode(), List.of(evidence));
        SettledEntry settled = new SettledEntry(
                entry.entryId(),
                entry.parcelId(),
                evidence.evidence().subject().sender(),
                entry.recipient(),
                InboxRows.state(wish.outcome()),
                wish.reasons(),
                now);
        news.settled(settled, entry.isSecret());
    }

    /** Closes an entry that nobody has taken, whoever looks at it, in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean withdraw(InboxRows.Kind kind, ParcelId parcel, AgencyCode recipient) {
        Optional<InboxRows.Full> full =
                rows.lock(kind, parcel, recipient).filter(found -> found.entry().state() == InboxEntryRow.ARRIVED);
        full.ifPresent(found -> {
            Wish wish = Wish.withdrawal();
            end(found, wish, evidenceBook.sign(draft(found, wish)), Timestamps.millis(clock.instant()));
        });
        return full.isPresent();
    }

    /** Why the entry cannot be settled now, or how the same call has settled it before. */
    private Optional<Settlement> obstacle(InboxEntryRow entry, Right right, Wish wish, Instant now) {
        if (entry.state() != InboxEntryRow.ARRIVED) {
            boolean same = entry.state() == wish.outcome() && right.isHeld(entry);
            return Optional.of(same ? new Settlement.Done(evidence(entry)) : new Settlement.AlreadySettled());
        }
        if (!right.isHeld(entry)) {
            return Optional.of(new Settlement.NotLeased());
        }
        return right.isRunning(entry, now) ? Optional.empty() : Optional.of(new Settlement.LeaseEnded());
    }

    private StoredEvidence evidence(InboxEntryRow entry) {
        return entry.evidence()
                .flatMap(evidenceBook::find)
                .orElseThrow(() -> new IllegalStateException("a settled entry has no evidence"));
    }

    private EvidenceDraft draft(InboxRows.Full full, Wish wish) {
        InboundParcelRow parcel = full.parcel();
        ParcelHeader header = header(parcel);
        EvidenceSubject subject = new EvidenceSubject(
                header.parcelId(), header.sender(), full.entry().recipient());
        EvidenceDigests digests = new EvidenceDigests(
                parcel.header().sha256(),
                header.payload().sha256(),
                parcel.inside().sha512());
        PreviousEvidence previous = evidenceBook.lastOwn(subject).orElse(null);
        return new EvidenceDraft(
                wish.event(),
                subject,
                digests,
                wish.event().isNegative() ? null : ClaimLevel.S3_DECRYPTED,
                wish.reasons(),
                previous);
    }

    private static ParcelHeader header(InboundParcelRow parcel) {
        return switch (WireFormats.PARCEL_HEADER.decode(parcel.header().toByteArray())) {
            case Decoded.Value<ParcelHeader>(ParcelHeader header) -> header;
            case Decoded.Malformed<ParcelHeader>(String reason, String _) ->
                throw new IllegalStateException("a header in the database was damaged: " + reason);
        };
    }
}
