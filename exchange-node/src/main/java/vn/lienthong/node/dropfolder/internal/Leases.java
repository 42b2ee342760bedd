package vn.lienthong.node.dropfolder.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.delivery.Inbox;
import vn.lienthong.node.delivery.LeaseAnswer;

/** The leases of one agency's documents while they lie in the folder: nobody else gets them meanwhile. Not thread-safe. */
final class Leases {

    private static final Duration RENEWED = Duration.ofMinutes(5);

    private final AgencyCode agency;
    private final Inbox inbox;
    private final InstantSource clock;
    private final Map<Long, LeaseAnswer.Granted> held = new HashMap<>();

    Leases(AgencyCode agency, Inbox inbox, InstantSource clock) {
        this.agency = agency;
        this.inbox = inbox;
        this.clock = clock;
    }

    /** Returns the lease of an entry, new or renewed; empty when somebody else has it or it is settled. */
    Optional<UUID> hold(long entryId) {
        LeaseAnswer.Granted known = held.get(entryId);
        Instant soon = clock.instant().plus(RENEWED);
        if (known != null && known.until().isAfter(soon)) {
            return Optional.of(known.leaseId());
        }
        Optional<UUID> old = Optional.ofNullable(known).map(LeaseAnswer.Granted::leaseId);
        if (inbox.lease(agency, entryId, old) instanceof LeaseAnswer.Granted granted) {
            held.put(entryId, granted);
            return Optional.of(granted.leaseId());
        }
        held.remove(entryId);
        return Optional.empty();
    }

    /** Returns whether an entry is held for some minutes still, so that nothing has to be asked about it now. */
    boolean isFresh(long entryId) {
        LeaseAnswer.Granted known = held.get(entryId);
        return known != null && known.until().isAfter(clock.instant().plus(RENEWED));
    }

    void forget(long entryId) {
        held.remove(entryId);
    }
}
