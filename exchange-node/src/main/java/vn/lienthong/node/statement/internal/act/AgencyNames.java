package vn.lienthong.node.statement.internal.act;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.directory.DirectoryView;
import vn.lienthong.node.platform.InNodeRole;

/** All codes and the names of agencies, as the directory has them. */
@Component
@InNodeRole
class AgencyNames {

    private final DirectoryView directory;
    private final InstantSource clock;

    AgencyNames(DirectoryView directory, InstantSource clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /** All codes of the agencies that have these: an agency keeps its documents when it gets a new code. */
    Set<AgencyCode> allCodes(Collection<AgencyCode> codes) {
        return directory.allCodes(codes, clock.instant());
    }

    /** The name of the agency that had the code then. */
    String name(AgencyCode code, Instant then) {
        return directory
                .current()
                .agency(code, then)
                .or(() -> directory.current().agency(code, clock.instant()))
                .map(entry -> entry.agency().name())
                .orElse(code.value());
    }
}
