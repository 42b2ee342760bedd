package vn.lienthong.node.directory.internal.publication;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.core.directory.AgencyEntry;
import vn.lienthong.core.directory.DirectoryChange;
import vn.lienthong.core.directory.DirectorySnapshot;
import vn.lienthong.core.directory.SignedPublication;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.AgencyId;
import vn.lienthong.node.directory.DirectoryView;

/** Which codes may mean something else than before, read from the publications since. */
public final class TouchedAgencies {
    private static final int MOST = 500;

    private final CopyStore store;
    private final DirectoryView directory;

    /** Reads the publications of this store. */
    public TouchedAgencies(CopyStore store, DirectoryView directory) {
        this.store = store;
        this.directory = directory;
    }

    /**
     * The codes about which something was published behind a number.
     *
     * @return empty when it is too much, or about nodes and certificates and so about any number of agencies
     */
    public Optional<Set<AgencyCode>> since(long sequence, Instant now) {
        if (directory.sequence() - sequence > MOST) {
            return Optional.empty();
        }
        DirectorySnapshot snapshot = directory.current();
        List<SignedPublication> publications = store.table().after(sequence, MOST);
        Set<AgencyCode> touched = new HashSet<>();
        for (SignedPublication publication : publications) {
            for (DirectoryChange change : CopyStore.read(publication.octets()).changes()) {
                if (!add(change, snapshot, touched)) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(Set.copyOf(touched));
    }

    private static boolean add(DirectoryChange change, DirectorySnapshot snapshot, Set<AgencyCode> touched) {
        return switch (change) {
            case DirectoryChange.AgencyPut put -> all(snapshot, put.agency().id(), touched);
            case DirectoryChange.AgencyKeysPut put -> all(snapshot, put.agency(), touched);
            case DirectoryChange.AgencyClosed closed -> closed(closed.code(), touched);
            case DirectoryChange.NodeLogsPut _ -> true;
            default -> false;
        };
    }

    private static boolean all(DirectorySnapshot snapshot, AgencyId id, Set<AgencyCode> touched) {
        snapshot.agency(id)
                .map(AgencyEntry::agency)
                .ifPresent(agency -> agency.codes().forEach(validity -> touched.add(validity.code())));
        return true;
    }

    private static boolean closed(AgencyCode code, Set<AgencyCode> touched) {
        touched.add(code);
        return true;
    }
}
