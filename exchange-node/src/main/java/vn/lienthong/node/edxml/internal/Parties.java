package vn.lienthong.node.edxml.internal;

import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import vn.lienthong.core.directory.AgencyEntry;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.AgencyCodeCheck;
import vn.lienthong.core.party.CodeValidity;
import vn.lienthong.node.directory.DirectoryView;
import vn.lienthong.node.edxml.EdxmlCall;
import vn.lienthong.node.platform.InNodeRole;

/** Who is meant by a code of a message: an agency has old and new ones, and systems mix them. */
@InNodeRole
@Component
class Parties {

    private final DirectoryView directory;
    private final InstantSource clock;

    Parties(DirectoryView directory, InstantSource clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /** All codes that the agencies have or had. */
    Set<AgencyCode> allCodes(Collection<AgencyCode> codes) {
        Set<AgencyCode> all = new TreeSet<>(codes);
        for (AgencyCode code : codes) {
            entry(code)
                    .ifPresent(entry -> entry.agency().codes().stream()
                            .map(CodeValidity::code)
                            .forEach(all::add));
        }
        return all;
    }

    private Optional<AgencyEntry> entry(AgencyCode code) {
        return directory.current().agency(code, clock.instant());
    }

    /** All codes of the agency of a code as it was written; empty when it is none. */
    Set<AgencyCode> allCodes(String organId) {
        return AgencyCode.check(organId) instanceof AgencyCodeCheck.Valid(AgencyCode code)
                ? allCodes(Set.of(code))
                : Set.of();
    }

    /** The code under which the caller sends in the name of this one; empty when it may not. */
    Optional<AgencyCode> speaker(EdxmlCall call, AgencyCode from) {
        Set<AgencyCode> meant = allCodes(Set.of(from));
        return call.speaksFor().stream()
                .filter(own -> meant.contains(own) || allCodes(Set.of(own)).contains(from))
                .findFirst()
                .map(own -> entry(own)
                        .flatMap(entry -> entry.agency().codeAt(clock.instant()))
                        .orElse(own));
    }

    /** The name of an agency today; its code when it is not listed. */
    String name(AgencyCode code) {
        return entry(code).map(entry -> entry.agency().name()).orElse(code.value());
    }
}
