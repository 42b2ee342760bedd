package vn.lienthong.node.directory.internal.listing;

import java.time.InstantSource;
import java.util.Optional;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.directory.DirectoryView;
import vn.lienthong.node.web.AgencyNaming;

/** Agencies as the directory names them. */
public final class DirectoryNaming implements AgencyNaming {

    private final DirectoryView directory;
    private final InstantSource clock;

    /** Names what this copy knows. */
    public DirectoryNaming(DirectoryView directory, InstantSource clock) {
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public Optional<String> nameOf(String code) {
        return directory
                .current()
                .agency(new AgencyCode(code), clock.instant())
                .map(entry -> entry.agency().name());
    }
}
