package vn.lienthong.node.vxp.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.value.Sha512;
import vn.lienthong.node.delivery.Inbox;
import vn.lienthong.node.delivery.InboxEntry;
import vn.lienthong.node.delivery.LeaseAnswer;
import vn.lienthong.node.delivery.ParcelParties;
import vn.lienthong.node.delivery.Settlement;
import vn.lienthong.node.edxml.EdxmlOutlet;
import vn.lienthong.node.edxml.EdxmlWritten;
import vn.lienthong.node.edxml.Quarantine;
import vn.lienthong.node.platform.InNodeRole;

/**
 * Hands documents of the inbox out: whoever fetches one has it for ten minutes, nobody else gets it meanwhile; what broke off is
 * offered again at once.
 */
@InNodeRole
@Component
class Handing {

    static final String DOOR = "vxp";

    private static final int PAGE = 200;
    private static final int PAGES = 5;

    private final Inbox inbox;
    private final ParcelParties parcels;
    private final EdxmlOutlet outlet;
    private final Quarantine quarantine;
    private final ServedRows served;
    private final Codes codes;
    private final InstantSource clock;

    Handing(
            Inbox inbox,
            ParcelParties parcels,
            EdxmlOutlet outlet,
            Quarantine quarantine,
            ServedRows served,
            Codes codes,
            InstantSource clock) {
        this.inbox = inbox;
        this.parcels = parcels;
        this.outlet = outlet;
        this.quarantine = quarantine;
        this.served = served;
        this.codes = codes;
        this.clock = clock;
    }

    /**
     * What can be fetched.
     *
     * @param entries oldest first
     * @param changes when something that another one is taking becomes free again at the earliest
     */
    record Offer(List<InboxEntry> entries, Instant changes) {}

    Offer offer(AgencyCode agency) {
        List<InboxEntry> free = new ArrayList<>();
        Instant changes = Instant.MAX;
        long after = 0;
        for (int page = 0; page < PAGES && free.size() < PAGE; page++) {
            List<InboxEntry> waiting = inbox.waiting(agency, after, PAGE, clock.instant());
            if (waiting.isEmpty()) {
                break;
            }
            after = waiting.getLast().entryId();
            Set<Long> again =
                    served.again(waiting.stream().map(InboxEntry::entryId).toList());
            for (InboxEntry entry : waiting) {
                Instant leasedUntil = entry.leasedUntil();
                if (leasedUntil == null || again.contains(entry.entryId())) {
                    free.add(entry);
                } else {
                    changes = leasedUntil.isBefore(changes) ? leasedUntil : changes;
                }
            }
        }
        free.removeIf(aside(agency, free)::contains);
        return new Offer(free, changes);
    }

    private Set<InboxEntry> aside(AgencyCode agency, List<InboxEntry> entries) {
        Set<InboxEntry> found = new HashSet<>();
        if (!entries.isEmpty()) {
            Set<Quarantine.Item> aside = quarantine.aside(codes.all(agency));
            entries.stream()
                    .filter(entry -> aside.contains(new Quarantine.Item.Entry(entry.recipient(), entry.entryId())))
                    .forEach(found::add);
        }
        return found;
    }

    /** The entry of a parcel; of several codes of the agency under which it came, one that nobody has taken yet. */
    Optional<InboxEntry> find(AgencyCode agency, ParcelId parcel) {
        List<InboxEntry> found = codes.all(agency).stream()
                .flatMap(code -> parcels.arrived(parcel, code).stream())
                .flatMap(arrived -> inbox.find(Set.of(arrived.recipient()), arrived.entryId()).stream())
                .toList();
        return found.stream()
                .filter(entry -> entry.state() == InboxEntry.State.ARRIVED)
                .findFirst()
                .or(() -> found.stream().findFirst());
    }

    /**
     * Writes the document, once it has been reserved for the caller.
     *
     * @param out written only when there is something to write
     * @return why nothing was written; empty when all was
     */
    Optional<VxpFault> write(InboxEntry entry, OutputStream out) throws IOException {
        Quarantine.Item item = new Quarantine.Item.Entry(entry.recipient(), entry.entryId());
        if (quarantine.aside(Set.of(entry.recipient())).contains(item)) {
            return Optional.of(aside());
        }
        Optional<UUID> lease = lease(entry);
        if (lease.isEmpty()) {
            return Optional.of(held(entry));
        }
        boolean whole = false;
        try {
            EdxmlWritten written = outlet.write(Set.of(entry.recipient()), entry.entryId(), lease, out);
            if (written instanceof EdxmlWritten.Written done) {
                out.flush();
                served.served(entry.entryId(), lease.get(), done.packageSha512());
                whole = true;
                return Optional.empty();
            }
            return Optional.of(fault(item, written));
        } finally {
            if (!whole) {
                served.brokenOff(entry.entryId(), lease.get());
            }
        }
    }

    private Optional<UUID> lease(InboxEntry entry) {
        Optional<ServedRows.Served> before = served.find(entry.entryId()).filter(ServedRows.Served::again);
        if (before.isPresent()) {
            UUID lease = before.get().lease();
            if (inbox.lease(entry.recipient(), entry.entryId(), Optional.of(lease)) instanceof LeaseAnswer.Granted
                    && served.takeAgain(entry.entryId(), lease)) {
                return Optional.of(lease);
            }
        }
        if (inbox.lease(entry.recipient(), entry.entryId(), Optional.empty()) instanceof LeaseAnswer.Granted granted) {
            served.begin(entry.entryId(), granted.leaseId());
            return Optional.of(granted.leaseId());
        }
        return Optional.empty();
    }

    private static VxpFault held(InboxEntry entry) {
        return entry.state() == InboxEntry.State.ARRIVED
                ? new VxpFault(
                        VxpFault.SYSTEM,
                        ErrorCode.REQUEST_IN_PROGRESS,
                        "Văn bản đang được một phiên khác lấy về. Cách xử lý: chờ phiên đó báo done, hoặc lấy lại sau"
                                + " 10 phút.")
                : new VxpFault(
                        VxpFault.SYSTEM,
                        ErrorCode.NOT_FOUND,
                        "Văn bản đã được nhận, bị từ chối hoặc đã lấy lại. Cách xử lý: lấy lại danh sách.");
    }

    private static VxpFault aside() {
        return new VxpFault(
                VxpFault.SYSTEM,
                ErrorCode.PRECONDITION_FAILED,
                "Văn bản đang được cách ly vì không nhận được nhiều lần. Cách xử lý: báo quản trị viên của nút xem"
                        + " trang Cổng trục.");
    }

    private VxpFault fault(Quarantine.Item item, EdxmlWritten written) {
        return switch (written) {
            case EdxmlWritten.Unwritable(ErrorCode code) -> {
                var _ = quarantine.unwritable(item, DOOR, code.code());
                yield new VxpFault(
                        VxpFault.NOT_EDXML,
                        code,
                        code.vietnamese() + ". Cách xử lý: nhận văn bản này tại trang văn thư, không lấy qua edXML.");
            }
            case EdxmlWritten.NotLeased(), EdxmlWritten.LeaseEnded() -> VxpFault.later(ErrorCode.LEASE_EXPIRED);
            case EdxmlWritten.Absent(), EdxmlWritten.Written _ -> VxpFault.notFound();
        };
    }

    /** The program has the document: takes it over, with the digest that was computed while it was handed out. */
    Optional<VxpFault> done(InboxEntry entry) {
        Optional<ServedRows.Served> row = served.find(entry.entryId());
        Sha512 digest = row.map(ServedRows.Served::digest).orElse(null);
        if (row.isEmpty() || digest == null) {
            return Optional.of(notServed());
        }
        UUID lease = row.get().lease();
        // Systems fetch a whole list before they say done: the lease goes on as long as nobody else has taken it.
        LeaseAnswer renewed = inbox.lease(entry.recipient(), entry.entryId(), Optional.of(lease));
        if (renewed instanceof LeaseAnswer.Held) {
            return Optional.of(VxpFault.later(ErrorCode.LEASE_EXPIRED));
        }
        return switch (inbox.acknowledge(entry.recipient(), entry.entryId(), lease, digest)) {
            case Settlement.Done _ -> {
                quarantine.taken(new Quarantine.Item.Entry(entry.recipient(), entry.entryId()));
                yield Optional.empty();
            }
            case Settlement.OtherDigest() ->
                Optional.of(new VxpFault(
                        VxpFault.FILE_FAILED,
                        ErrorCode.PAYLOAD_TAMPERED,
                        "Nội dung đã giao không khớp gói tin. Cách xử lý: lấy lại văn bản."));
            case Settlement.NotLeased(), Settlement.LeaseEnded() ->
                Optional.of(VxpFault.later(ErrorCode.LEASE_EXPIRED));
            case Settlement.AlreadySettled() -> Optional.of(held(entry));
            case Settlement.Absent() -> Optional.of(VxpFault.notFound());
        };
    }

    private static VxpFault notServed() {
        return new VxpFault(
                VxpFault.SYSTEM,
                ErrorCode.PRECONDITION_FAILED,
                "Văn bản chưa được lấy về trọn vẹn qua cửa này. Cách xử lý: gọi getEdoc, lưu tệp, rồi báo done.");
    }

    /** The program could not take it: offered again, or put aside. */
    @Transactional
    Optional<VxpFault> failed(InboxEntry entry) {
        Optional<ServedRows.Served> row = served.find(entry.entryId());
        if (row.isEmpty() || !served.failed(entry.entryId(), row.get().lease())) {
            return Optional.of(notServed());
        }
        var _ = quarantine.failed(
                new Quarantine.Item.Entry(entry.recipient(), entry.entryId()), DOOR, "updateStatus fail");
        return Optional.empty();
    }

    /** The program still works on it. */
    Optional<VxpFault> processing(InboxEntry entry) {
        return served.find(entry.entryId())
                        .map(row -> inbox.lease(entry.recipient(), entry.entryId(), Optional.of(row.lease())))
                        .filter(LeaseAnswer.Granted.class::isInstance)
                        .isPresent()
                ? Optional.empty()
                : Optional.of(notServed());
    }
}
