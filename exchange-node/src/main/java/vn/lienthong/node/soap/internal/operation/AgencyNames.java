package vn.lienthong.node.soap.internal.operation;

import java.time.Instant;
import vn.lienthong.core.directory.DirectorySnapshot;
import vn.lienthong.core.party.AgencyCode;

/**
 * The names of agencies at one moment.
 *
 * @param directory who there is
 * @param time the moment
 */
record AgencyNames(DirectorySnapshot directory, Instant time) {

    /** Returns the name; empty when nobody has the code now. */
    String of(AgencyCode code) {
        return directory.agency(code, time).map(entry -> entry.agency().name()).orElse("");
    }
}
