package vn.lienthong.node.vxp.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.directory.DirectoryView;
import vn.lienthong.node.platform.InNodeRole;

/** Codes of agencies and times as this door writes them. */
@InNodeRole
@Component
class Codes {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss", Locale.ROOT).withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

    private final DirectoryView directory;
    private final InstantSource clock;

    Codes(DirectoryView directory, InstantSource clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /** All codes that the agencies of these codes have or had. */
    Set<AgencyCode> all(Collection<AgencyCode> codes) {
        return directory.allCodes(codes, clock.instant());
    }

    Set<AgencyCode> all(AgencyCode code) {
        return all(Set.of(code));
    }

    /** The code that the agency of this one has today. */
    AgencyCode today(AgencyCode code) {
        Instant now = clock.instant();
        return directory
                .current()
                .agency(code, now)
                .flatMap(entry -> entry.agency().codeAt(now))
                .orElse(code);
    }

    static String time(Instant at) {
        return TIME.format(at);
    }
}
