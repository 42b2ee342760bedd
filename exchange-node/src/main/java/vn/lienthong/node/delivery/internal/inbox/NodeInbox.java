package vn.lienthong.node.delivery.internal.inbox;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.lienthong.core.document.Document;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.evidence.EvidenceReason;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.value.BoundedText;
import vn.lienthong.core.value.Sha512;
import vn.lienthong.core.value.Timestamps;
import vn.lienthong.node.delivery.ClerkReason;
import vn.lienthong.node.delivery.Inbox;
import vn.lienthong.node.delivery.InboxEntry;
import vn.lienthong.node.delivery.LeaseAnswer;
import vn.lienthong.node.delivery.PackageAccess;
import vn.lienthong.node.delivery.Settlement;
import vn.lienthong.node.delivery.internal.receiving.ArrivalNews;
import vn.lienthong.node.delivery.internal.rows.InboundParcelRow;
import vn.lienthong.node.delivery.internal.rows.InboxEntryRow;
import vn.lienthong.node.platform.InNodeRole;

/** The inbox of this node's agencies. */
@Component
@InNodeRole
class NodeInbox implements Inbox {

    /** How long an entry is reserved. */
    static final Duration LEASE = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(NodeInbox.class);
    private static final int MAX_PAGE = 200;
    private static final int MAX_TEXT = 400;

    /** News made by another replica is not announced here: look again after this time at the latest. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

    private final InboxRows rows;
    private final AgencyCodes codes;
    private final ArrivalNews news;
    private final PackageReading reading;
    private final Settling settling;
    private final TimeOrderedIds ids;
    private final InstantSource clock;

    NodeInbox(
            InboxRows rows,
            AgencyCodes codes,
            ArrivalNews news,
            PackageReading reading,
            Settling settling,
            TimeOrderedIds ids,
            InstantSource clock) {
        this.rows = rows;
        this.codes = codes;
        this.news = news;
        this.reading = reading;
        this.settling = settling;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public List<InboxEntry> waiting(AgencyCode agency, long after, int limit, Instant deadline) {
        Set<String> recipients = codes.all(Set.of(agency));
        Set<AgencyCode> watched = recipients.stream().map(AgencyCode::new).collect(Collectors.toUnmodifiableSet());
        // Measured once: the wall clock may be set while somebody waits.
        long end = System.nanoTime()
                + Math.max(0, Duration.between(clock.instant(), deadline).toNanos());
        while (true) {
            try (ArrivalNews.Watch watch = news.watch(watched)) {
                List<InboxEntry> entries = rows.waiting(recipients, after, Math.clamp(limit, 1, MAX_PAGE));
                Duration left = Duration.ofNanos(end - System.nanoTime());
                if (!entries.isEmpty() || !left.isPositive()) {
                    return entries;
                }
                if (!watch.await(left.compareTo(LOOK_AGAIN) < 0 ? left : LOOK_AGAIN)) {
                    return entries;
                }
            }
        }
    }

    @Override
    public List<InboxEntry> all(Set<AgencyCode> agencies, long before, int limit) {
        return rows.all(codes.all(agencies), before, Math.clamp(limit, 1, MAX_PAGE));
    }

    @Override
    public Optional<InboxEntry> find(Set<AgencyCode> agencies, long entryId) {
        return rows.find(codes.all(agencies), entryId);
    }

    @Override
    public Optional<Document> document(Set<AgencyCode> agencies, long entryId) {
        return find(agencies, entryId).map(entry -> rows.document(entry.parcelId()));
    }

    @Override
    public LeaseAnswer lease(AgencyCode agency, long entryId, Optional<UUID> renewed) {
        Set<String> recipients = codes.all(Set.of(agency));
        Instant now = Timestamps.millis(clock.instant());
        UUID lease = renewed.orElseGet(ids::next);
        if (renewed.isPresent() && !holds(recipients, entryId, lease)) {
            return refusal(recipients, entryId, now);
        }
        if (!rows.lease(recipients, entryId, lease, now, LEASE)) {
            return refusal(recipients, entryId, now);
        }
        InboxRows.Full full =
                rows.full(InboxRows.Kind.ORDINARY, recipients, entryId).orElseThrow();
        InboundParcelRow.Contents inside = full.parcel().inside();
        LOG.atInfo().addKeyValue("entry", entryId).log("inbox entry leased");
        return new LeaseAnswer.Granted(
                full.parcel().parcelId(),
                lease,
                now.plus(LEASE),
                inside.size(),
                inside.sha512(),
                rows.document(full.parcel().parcelId()));
    }

    /** Only a lease that was once given is renewed: nobody chooses the name of a new one. */
    private boolean holds(Set<String> recipients, long entryId, UUID lease) {
        return rows.full(InboxRows.Kind.ORDINARY, recipients, entryId)
                .map(full -> full.entry().isLeasedBy(lease))
                .orElse(false);
    }

    private LeaseAnswer refusal(Set<String> recipients, long entryId, Instant now) {
        return rows.find(recipients, entryId)
                .<LeaseAnswer>map(entry -> {
                    Instant until = entry.leasedUntil();
                    return entry.state() == InboxEntry.State.ARRIVED
                            ? new LeaseAnswer.Held(until == null ? now : until)
                            : new LeaseAnswer.Settled();
                })
                .orElseGet(LeaseAnswer.Absent::new);
    }

    @Override
    public PackageAccess open(AgencyCode agency, long entryId, UUID lease) throws IOException {
        Optional<InboxRows.Full> full = rows.full(InboxRows.Kind.ORDINARY, codes.all(Set.of(agency)), entryId);
        if (full.isEmpty()) {
            return new PackageAccess.Absent();
        }
        InboxEntryRow entry = full.get().entry();
        if (!entry.isLeasedBy(lease)) {
            return new PackageAccess.NotLeased();
        }
        return entry.isLeasedAt(clock.instant()) ? reading.open(full.get()) : new PackageAccess.LeaseEnded();
    }

    @Override
    public PackageAccess look(Set<AgencyCode> agencies, long entryId) throws IOException {
        Optional<InboxRows.Full> full = rows.full(InboxRows.Kind.ORDINARY, codes.all(agencies), entryId);
        return full.isPresent() ? reading.open(full.get()) : new PackageAccess.Absent();
    }

    @Override
    public Settlement acknowledge(AgencyCode agency, long entryId, UUID lease, Sha512 computed) {
        Set<String> recipients = codes.all(Set.of(agency));
        Optional<InboxRows.Full> full = rows.full(InboxRows.Kind.ORDINARY, recipients, entryId);
        if (full.isPresent()
                && full.get().entry().isLeasedBy(lease)
                && !full.get().parcel().inside().sha512().equals(computed)) {
            return new Settlement.OtherDigest();
        }
        return settling.settle(recipients, entryId, Settling.Right.lease(lease), Settling.Wish.handover());
    }

    @Override
    public Settlement refuse(AgencyCode agency, long entryId, UUID lease, ClerkReason reason, String text) {
        String words = BoundedText.lines("text", text, 0, MAX_TEXT);
        String detail = words.isEmpty() ? reason.name() : reason.name() + ": " + words;
        EvidenceReason stated = new EvidenceReason(ErrorCode.REFUSED_BY_CLERK, detail);
        return settling.settle(
                codes.all(Set.of(agency)), entryId, Settling.Right.lease(lease), Settling.Wish.refusal(stated));
    }

    @Override
    public boolean withdraw(ParcelId parcel, AgencyCode recipient) {
        return settling.withdraw(InboxRows.Kind.ORDINARY, parcel, recipient);
    }
}
