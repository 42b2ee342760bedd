package vn.lienthong.node.integration.internal;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.directory.DirectoryView;
import vn.lienthong.node.platform.InNodeRole;

/** The agencies that this node serves. */
@InNodeRole
@Component
class HostedAgencies {

    private final DirectoryView directory;
    private final InstantSource clock;

    HostedAgencies(DirectoryView directory, InstantSource clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * An agency.
     *
     * @param code under which it is addressed
     * @param name in full
     */
    record Hosted(AgencyCode code, String name) {}

    /** All of them, in the order of their codes. */
    List<Hosted> all() {
        return directory.hostedHere().stream()
                .flatMap(id -> directory.current().agency(id).stream())
                .flatMap(entry ->
                        entry
                                .agency()
                                .codeAt(clock.instant())
                                .map(code -> new Hosted(code, entry.agency().name()))
                                .stream())
                .sorted(Comparator.comparing(Hosted::code))
                .toList();
    }

    /** The one with the code. */
    Optional<Hosted> find(String code) {
        return all().stream()
                .filter(hosted -> hosted.code().value().equals(code))
                .findFirst();
    }
}
