package vn.lienthong.node.report.internal;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import vn.lienthong.core.calendar.WorkingCalendar;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.identity.Permission;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.DeskBlock;

/** In the first days of a month the reports about the last one lie ready on the first page. */
@InNodeRole
@Component
class ReportBlock implements DeskBlock {
    private static final int ORDER = 90;
    private static final int DAYS = 5;
    private static final List<String> SHOWN = List.of("handling", "speed", "issued");

    private final ReportNames names;
    private final InstantSource clock;

    ReportBlock(ReportNames names, InstantSource clock) {
        this.names = names;
        this.clock = clock;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public String title() {
        return "report.block";
    }

    @Override
    public String href() {
        return "/reports";
    }

    @Override
    public boolean isFor(Person viewer) {
        return !viewer.agencies(Permission.READ_DOCUMENTS).isEmpty() && today().getDayOfMonth() <= DAYS;
    }

    private LocalDate today() {
        return WorkingCalendar.date(clock.instant());
    }

    @Override
    public Content content(Person viewer, Locale language) {
        String agency = viewer.agencies(Permission.READ_DOCUMENTS).stream()
                .map(AgencyCode::value)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        LocalDate month = today().minusMonths(1);
        String period = month.getMonthValue() + "/" + month.getYear();
        return new Content(
                SHOWN.size(),
                SHOWN.stream()
                        .map(slug -> new Row(
                                "/reports/" + slug + "?agency=" + agency,
                                period,
                                names.text("report." + slug + ".title", language),
                                "",
                                "",
                                "quiet",
                                "report.show"))
                        .toList());
    }
}
