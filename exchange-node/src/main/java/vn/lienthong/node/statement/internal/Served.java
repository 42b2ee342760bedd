package vn.lienthong.node.statement.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienthong.core.directory.AgencyEntry;
import vn.lienthong.core.directory.DirectorySnapshot;
import vn.lienthong.core.directory.Resolution;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.SuiteId;
import vn.lienthong.node.directory.DirectoryView;
import vn.lienthong.node.platform.InNodeRole;

/** Who speaks for a code now: the agency that has it; when it was closed, the successors, and the one that had it. */
@Component
@InNodeRole
class Served {

    private static final SuiteId SUITE = new SuiteId("LT-1");

    private final DirectoryView directory;
    private final InstantSource clock;

    Served(DirectoryView directory, InstantSource clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /** The agencies that may speak for the code, first the one that should. */
    List<AgencyEntry> speakers(AgencyCode code, Instant then) {
        Instant now = clock.instant();
        DirectorySnapshot snapshot = directory.current();
        Optional<AgencyEntry> holder = snapshot.agency(code, now);
        if (holder.isPresent()) {
            return List.of(holder.get());
        }
        List<AgencyEntry> speakers = new ArrayList<>();
        if (snapshot.resolve(code, SUITE, now) instanceof Resolution.ClosedCode closed) {
            closed.successors()
                    .forEach(successor -> snapshot.agency(successor, now).ifPresent(speakers::add));
        }
        snapshot.agency(code, then.isAfter(now) ? now : then).ifPresent(speakers::add);
        return speakers;
    }

    /** The agency of this node that speaks for the code; empty when none does. */
    Optional<AgencyEntry> here(AgencyCode code, Instant then) {
        return speakers(code, then).stream()
                .filter(entry -> directory.hostedHere().contains(entry.agency().id()))
                .findFirst();
    }

    /** Where statements for the code go. */
    NodeId route(AgencyCode code, NodeId known, Instant then) {
        Instant now = clock.instant();
        return speakers(code, then).stream()
                .map(AgencyEntry::node)
                .filter(node -> directory
                        .current()
                        .node(node)
                        .map(entry -> entry.takesPartAt(now))
                        .orElse(false))
                .findFirst()
                .orElse(known);
    }
}
