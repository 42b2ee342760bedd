package vn.lienthong.node.dropfolder.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.document.Document;
import vn.lienthong.core.document.DocumentMetadata;
import vn.lienthong.core.document.Organization;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.value.Sha512;
import vn.lienthong.node.delivery.ClerkReason;
import vn.lienthong.node.delivery.Dispatch;
import vn.lienthong.node.delivery.Inbox;
import vn.lienthong.node.delivery.InboxEntry;
import vn.lienthong.node.delivery.LeaseAnswer;
import vn.lienthong.node.delivery.PackageAccess;
import vn.lienthong.node.delivery.Settlement;

/** An inbox with leases of ten minutes that remembers what it was told. */
final class FakeInbox implements Inbox {

    private static final ParcelId PARCEL =
            ParcelId.parse("0198a000-0000-7000-8000-000000000001").orElseThrow();

    private final InstantSource clock;
    private final Map<Long, InboxEntry.State> states = new TreeMap<>();
    private final Map<Long, LeaseAnswer.Granted> leases = new TreeMap<>();
    private final List<String> told = new ArrayList<>();

    FakeInbox(InstantSource clock) {
        this.clock = clock;
    }

    void arrive(long entry) {
        states.put(entry, InboxEntry.State.ARRIVED);
    }

    void settleElsewhere(long entry) {
        states.put(entry, InboxEntry.State.HANDED_OVER);
    }

    /** Somebody else takes the lease. */
    void leaseElsewhere(long entry) {
        leases.put(entry, granted());
    }

    List<String> told() {
        return told;
    }

    @Override
    public List<InboxEntry> waiting(AgencyCode agency, long after, int limit, Instant deadline) {
        return states.entrySet().stream()
                .filter(entry -> entry.getValue() == InboxEntry.State.ARRIVED && entry.getKey() > after)
                .limit(limit)
                .map(entry -> entry(agency, entry.getKey(), entry.getValue()))
                .toList();
    }

    @Override
    public Optional<InboxEntry> find(Set<AgencyCode> agencies, long entryId) {
        return Optional.ofNullable(states.get(entryId))
                .map(state -> entry(agencies.iterator().next(), entryId, state));
    }

    @Override
    public LeaseAnswer lease(AgencyCode agency, long entryId, Optional<UUID> renewed) {
        if (states.get(entryId) != InboxEntry.State.ARRIVED) {
            return new LeaseAnswer.Settled();
        }
        LeaseAnswer.@Nullable Granted known = leases.get(entryId);
        boolean held = known != null && known.until().isAfter(clock.instant());
        if (known != null && held && !renewed.equals(Optional.of(known.leaseId()))) {
            return new LeaseAnswer.Held(known.until());
        }
        LeaseAnswer.Granted granted = granted();
        leases.put(entryId, granted);
        return granted;
    }

    @Override
    public Settlement acknowledge(AgencyCode agency, long entryId, UUID lease, Sha512 computed) {
        return settle(entryId, lease, "taken " + entryId + " " + computed.hex().substring(0, 8));
    }

    @Override
    public Settlement refuse(AgencyCode agency, long entryId, UUID lease, ClerkReason reason, String text) {
        return settle(entryId, lease, "refused " + entryId + " " + reason + " " + text);
    }

    private Settlement settle(long entryId, UUID lease, String what) {
        LeaseAnswer.@Nullable Granted known = leases.get(entryId);
        if (known == null || !known.leaseId().equals(lease) || !known.until().isAfter(clock.instant())) {
            return new Settlement.NotLeased();
        }
        if (states.put(entryId, InboxEntry.State.HANDED_OVER) == InboxEntry.State.ARRIVED) {
            told.add(what);
        }
        return new Settlement.AlreadySettled();
    }

    private LeaseAnswer.Granted granted() {
        DocumentMetadata metadata = DocumentMetadata.builder(Organization.of(new AgencyCode("H28"), ""), "x")
                .build();
        Instant until = clock.instant().plus(Duration.ofMinutes(10));
        return new LeaseAnswer.Granted(
                PARCEL,
                new UUID(0x7000L, 0x8000_0000_0000_0000L | leases.size() + until.toEpochMilli()),
                until,
                1,
                Sha512.of(new byte[1]),
                new Document(metadata, List.of()));
    }

    private static InboxEntry entry(AgencyCode agency, long id, InboxEntry.State state) {
        return new InboxEntry(
                id,
                PARCEL,
                agency,
                new AgencyCode("H28"),
                "Sở A",
                Instant.EPOCH,
                0,
                state,
                null,
                new Dispatch.Summary("", "", "", "", 1),
                1);
    }

    @Override
    public List<InboxEntry> all(Set<AgencyCode> agencies, long before, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Document> document(Set<AgencyCode> agencies, long entryId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public PackageAccess open(AgencyCode agency, long entryId, UUID lease) {
        throw new UnsupportedOperationException();
    }

    @Override
    public PackageAccess look(Set<AgencyCode> agencies, long entryId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean withdraw(ParcelId parcel, AgencyCode recipient) {
        throw new UnsupportedOperationException();
    }
}
