package vn.lienthong.node.report.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.delivery.Delay;
import vn.lienthong.node.delivery.Delay.Cause;
import vn.lienthong.node.delivery.Delays;
import vn.lienthong.node.directory.DirectoryView;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.report.internal.ReportTable.Column;

/** Report 11: what was sent in the period and is late now, by recipient and by what holds it up. */
@InNodeRole
@Component
class DelayReport implements Report {

    private static final int MOST = 20_000;
    private static final List<Set<Cause>> COLUMNS = List.of(
            Set.of(Cause.QUEUED_HERE, Cause.UNREACHABLE),
            Set.of(Cause.BUSY, Cause.FAULT),
            Set.of(Cause.AWAITING_FETCH),
            Set.of(Cause.REFUSED_BY_NODE),
            Set.of(Cause.SILENT),
            Set.of(Cause.UNOPENED));
    private static final List<String> NAMES =
            List.of("unreachable", "fault", "awaiting-fetch", "refused-by-node", "silent", "unopened");

    private final Delays delays;
    private final ReportRows rows;
    private final DirectoryView directory;
    private final InstantSource clock;

    DelayReport(Delays delays, ReportRows rows, DirectoryView directory, InstantSource clock) {
        this.delays = delays;
        this.rows = rows;
        this.directory = directory;
        this.clock = clock;
    }

    /** Of which parcel the recipient's system has said something. */
    private record Heard(ParcelId parcel, AgencyCode recipient) {}

    @Override
    public int number() {
        return 11;
    }

    @Override
    public String slug() {
        return "delays";
    }

    @Override
    public ReportTable draw(ReportScope scope, ReportPeriod period, Locale language) {
        List<Column> headings = new ArrayList<>();
        headings.add(Column.text("report.delays.name", 70));
        NAMES.forEach(name -> headings.add(Column.figure("report.figure.late-" + name)));
        return new Figures(COLUMNS.size(), late(scope.agency(), period), late(scope.agency(), period.before()))
                .table(headings);
    }

    private SequencedMap<String, long[]> late(AgencyCode agency, ReportPeriod period) {
        Instant now = clock.instant();
        Set<Heard> heard = heard(agency, period);
        Map<String, long[]> counts = new TreeMap<>();
        for (Delay delay : delays.sentBy(agency, period.begin(), period.end(), MOST)) {
            Delay known = heard.contains(new Heard(delay.parcel(), delay.recipient())) ? delay.heard() : delay;
            if (known.isLate(now)) {
                counts.computeIfAbsent(name(known.recipient(), now), _ -> new long[COLUMNS.size()])[
                        column(known.cause())]++;
            }
        }
        return new LinkedHashMap<>(counts);
    }

    private Set<Heard> heard(AgencyCode agency, ReportPeriod period) {
        return new HashSet<>(rows.heard(agency, period)
                .query((row, _) -> new Heard(
                        new ParcelId(ReportRows.uuid(row.getBytes("parcel_id"))),
                        new AgencyCode(row.getString("recipient_code"))))
                .list());
    }

    private static int column(Cause cause) {
        for (int column = 0; column < COLUMNS.size(); column++) {
            if (COLUMNS.get(column).contains(cause)) {
                return column;
            }
        }
        throw new IllegalStateException("no column counts " + cause);
    }

    private String name(AgencyCode code, Instant now) {
        return directory
                .current()
                .agency(code, now)
                .map(entry -> entry.agency().name() + " (" + code.value() + ")")
                .orElse(code.value());
    }
}
