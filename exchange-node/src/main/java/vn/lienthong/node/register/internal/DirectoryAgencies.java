package vn.lienthong.node.register.internal;

import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienthong.core.directory.AgencyEntry;
import vn.lienthong.core.party.Agency;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.AgencyId;
import vn.lienthong.node.directory.DirectoryView;
import vn.lienthong.node.platform.InNodeRole;

/** Asks the directory. */
@InNodeRole
@Component
class DirectoryAgencies implements AgencyLookup {
    private final DirectoryView directory;
    private final InstantSource clock;

    DirectoryAgencies(DirectoryView directory, InstantSource clock) {
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public Optional<Agency> find(AgencyCode code) {
        return directory.current().agency(code, clock.instant()).map(AgencyEntry::agency);
    }

    @Override
    public Optional<Agency> find(AgencyId id) {
        return directory.current().agency(id).map(AgencyEntry::agency);
    }
}
