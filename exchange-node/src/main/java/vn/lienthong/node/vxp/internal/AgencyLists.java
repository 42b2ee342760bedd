package vn.lienthong.node.vxp.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import vn.lienthong.core.directory.AgencyEntry;
import vn.lienthong.core.directory.DirectorySnapshot;
import vn.lienthong.core.party.Agency;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.CodeScheme;
import vn.lienthong.core.party.CodeValidity;
import vn.lienthong.core.value.Octets;
import vn.lienthong.node.directory.DirectoryView;
import vn.lienthong.node.platform.InNodeRole;

/** The directory in the shapes of the gateway, made once per publication and hour. */
@InNodeRole
@Component
class AgencyLists {

    private static final long HOUR = 3_600;

    private final DirectoryView directory;
    private final InstantSource clock;
    private final Map<String, Made> made = new ConcurrentHashMap<>();

    AgencyLists(DirectoryView directory, InstantSource clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * An answer.
     *
     * @param version changes when the content may have
     * @param octets the answer
     */
    record Made(String version, Octets octets) {}

    Made agencies() {
        return of("agencies", AgencyLists::plain);
    }

    /** Only agencies with a code of the new scheme; of level one only those without a dot in it. */
    Made byDecision20(boolean levelOne) {
        return of(levelOne ? "qd20-1" : "qd20", (agency, now) -> decision20(agency, now, levelOne));
    }

    Made units() {
        return of("units", this::unit);
    }

    /** How an agency is shown; empty when it is not. */
    @FunctionalInterface
    private interface Shape {
        Optional<Map<String, Object>> of(AgencyEntry entry, Instant now);
    }

    private Made of(String name, Shape shape) {
        Instant now = clock.instant();
        String version = directory.sequence() + "-" + now.getEpochSecond() / HOUR;
        Made known = made.get(name);
        if (known != null && known.version().equals(version)) {
            return known;
        }
        DirectorySnapshot snapshot = directory.current();
        List<Map<String, Object>> rows = new ArrayList<>();
        snapshot.forEachAgency(entry -> shape.of(entry, now).ifPresent(rows::add));
        rows.sort(Comparator.comparing(row -> String.valueOf(row.get("code"))));
        Made fresh = new Made(version, Octets.of(VxpAnswer.list(rows)));
        made.put(name, fresh);
        return fresh;
    }

    private static Optional<Map<String, Object>> plain(AgencyEntry entry, Instant now) {
        Agency agency = entry.agency();
        return agency.codeAt(now).map(code -> {
            Map<String, Object> row = base(agency, code);
            codes(agency, now).stream()
                    .filter(other -> !other.equals(code))
                    .findFirst()
                    .ifPresent(other -> row.put("oldCode", other.value()));
            return row;
        });
    }

    private static Optional<Map<String, Object>> decision20(AgencyEntry entry, Instant now, boolean levelOne) {
        Agency agency = entry.agency();
        return of(agency, now, CodeScheme.LEVELLED)
                .filter(code -> !levelOne || code.value().indexOf('.') < 0)
                .map(code -> {
                    Map<String, Object> row = base(agency, code);
                    of(agency, now, CodeScheme.FOUR_GROUP).ifPresent(old -> row.put("code102", old.value()));
                    row.putIfAbsent("code102", code.value());
                    return row;
                });
    }

    private static Optional<AgencyCode> of(Agency agency, Instant now, CodeScheme scheme) {
        return codes(agency, now).stream()
                .filter(code -> code.scheme() == scheme)
                .findFirst();
    }

    /** All codes, those in force first, newest first. */
    private static List<AgencyCode> codes(Agency agency, Instant now) {
        return agency.codes().stream()
                .sorted(Comparator.comparing((CodeValidity validity) -> !validity.covers(now))
                        .thenComparing(CodeValidity::from, Comparator.reverseOrder()))
                .map(CodeValidity::code)
                .toList();
    }

    private Optional<Map<String, Object>> unit(AgencyEntry entry, Instant now) {
        Agency agency = entry.agency();
        List<AgencyCode> codes = codes(agency, now);
        Map<String, Object> row = base(agency, codes.getFirst());
        row.put("centerCode", entry.node().value());
        row.put("version", agency.codes().size());
        row.put("deleted", agency.codeAt(now).isEmpty());
        row.put(
                "modifyDate",
                Codes.time(agency.codes().stream()
                        .map(CodeValidity::from)
                        .max(Comparator.naturalOrder())
                        .orElse(now)));
        row.put("isAgency", true);
        return Optional.of(row);
    }

    private static Map<String, Object> base(Agency agency, AgencyCode code) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", agency.id().value());
        var parent = agency.parent();
        row.put("pid", parent == null ? "" : parent.value());
        row.put("code", code.value());
        row.put("name", agency.name());
        row.put("mail", "");
        return row;
    }
}
