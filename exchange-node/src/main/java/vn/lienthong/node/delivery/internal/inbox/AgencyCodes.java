package vn.lienthong.node.delivery.internal.inbox;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.CodeValidity;
import vn.lienthong.node.directory.DirectoryView;
import vn.lienthong.node.platform.InNodeRole;

/** What the directory says about codes, as far as an inbox needs it. */
@Component
@InNodeRole
class AgencyCodes {

    private final DirectoryView directory;
    private final InstantSource clock;

    AgencyCodes(DirectoryView directory, InstantSource clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /** All codes of the agencies that have these: an agency keeps its documents when it gets a new code. */
    Set<String> all(Collection<AgencyCode> codes) {
        Instant now = clock.instant();
        Set<String> all = new TreeSet<>();
        for (AgencyCode code : codes) {
            all.add(code.value());
            directory
                    .current()
                    .agency(code, now)
                    .ifPresent(entry -> entry.agency().codes().stream()
                            .map(CodeValidity::code)
                            .map(AgencyCode::value)
                            .forEach(all::add));
        }
        return all;
    }

    /** The name of the agency that had the code then. */
    String name(AgencyCode code, Instant time) {
        return directory
                .current()
                .agency(code, time)
                .or(() -> directory.current().agency(code, clock.instant()))
                .map(entry -> entry.agency().name())
                .orElse(code.value());
    }
}
