package vn.lienthong.node.directory.internal.listing;

import java.time.InstantSource;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.directory.DirectoryView;
import vn.lienthong.node.web.AgencyLabels;

/** Agencies as the directory names them. */
public final class DirectoryLabels implements AgencyLabels {

    private final DirectoryView directory;
    private final InstantSource clock;

    /** Names what this copy knows. */
    public DirectoryLabels(DirectoryView directory, InstantSource clock) {
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public String of(String code) {
        return directory
                .current()
                .agency(new AgencyCode(code), clock.instant())
                .map(entry -> entry.agency().name() + " (" + code + ")")
                .orElse(code);
    }
}
