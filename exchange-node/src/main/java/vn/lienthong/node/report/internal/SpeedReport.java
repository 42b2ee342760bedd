package vn.lienthong.node.report.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.core.calendar.WorkingCalendar;
import vn.lienthong.node.calendar.Calendars;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.report.internal.ReportTable.Cell;
import vn.lienthong.node.report.internal.ReportTable.Column;
import vn.lienthong.node.report.internal.ReportTable.Row;

/** Report 8: how many were accepted in time, and how much working time passed until statuses 03, 04 and 06. */
@InNodeRole
@Component
class SpeedReport implements Report {
    private static final String QUESTION = "select arrived_at, accept_by, accepted_at, assigned_at, done_at"
            + " from report_incoming where agency = :agency and arrived_at >= :begin and arrived_at < :end"
            + " and (:unit = '' or lead_name = :unit)"
            + " order by arrived_at limit 100000";
    private static final List<String> STAGES = List.of("03", "04", "06");
    private static final int HALF = 50;
    private static final int NEARLY_ALL = 95;
    private static final int HUNDRED = 100;
    private static final int MINUTES = 60;

    private final ReportRows rows;
    private final ReportNames names;
    private final Calendars calendars;

    SpeedReport(ReportRows rows, ReportNames names, Calendars calendars) {
        this.rows = rows;
        this.names = names;
        this.calendars = calendars;
    }

    @Override
    public int number() {
        return 8;
    }

    @Override
    public String slug() {
        return "speed";
    }

    /** What one document took. */
    private record Way(LocalDateTime arrived, @Nullable LocalDateTime limit, List<@Nullable LocalDateTime> stages) {}

    /** Figures of one stage. */
    private record Stage(
            long reached,
            @Nullable BigDecimal inTime,
            @Nullable BigDecimal half,
            @Nullable BigDecimal nearlyAll) {}

    @Override
    public boolean byUnit() {
        return true;
    }

    @Override
    public ReportTable draw(ReportScope scope, ReportPeriod period, Locale language) {
        List<Stage> now = stages(ways(scope, period));
        List<Stage> before = stages(ways(scope, period.before()));
        List<Row> lines = new ArrayList<>();
        for (int stage = 0; stage < STAGES.size(); stage++) {
            Stage here = now.get(stage);
            Stage there = before.get(stage);
            lines.add(new Row(List.of(
                    new Cell.Text(names.of("speed", STAGES.get(stage), language)),
                    Figures.figure(here.reached(), there.reached()),
                    new Cell.Figure(here.inTime(), there.inTime()),
                    new Cell.Figure(here.half(), there.half()),
                    new Cell.Figure(here.nearlyAll(), there.nearlyAll()))));
        }
        return new ReportTable(
                List.of(
                        Column.text("report.speed.name", 60),
                        Column.figure("report.figure.documents"),
                        Column.figure("report.figure.in-time"),
                        Column.figure("report.figure.p50"),
                        Column.figure("report.figure.p95")),
                lines,
                null,
                false);
    }

    private List<Way> ways(ReportScope scope, ReportPeriod period) {
        return rows.asked(QUESTION, scope, period)
                .query((row, _) -> {
                    List<@Nullable LocalDateTime> stages = new ArrayList<>();
                    stages.add(row.getObject(3, LocalDateTime.class));
                    stages.add(row.getObject(4, LocalDateTime.class));
                    stages.add(row.getObject(5, LocalDateTime.class));
                    return new Way(
                            row.getObject(1, LocalDateTime.class), row.getObject(2, LocalDateTime.class), stages);
                })
                .list();
    }

    private List<Stage> stages(List<Way> ways) {
        WorkingCalendar calendar = calendars.current();
        List<Stage> stages = new ArrayList<>();
        for (int stage = 0; stage < STAGES.size(); stage++) {
            stages.add(stage(ways, stage, calendar));
        }
        return stages;
    }

    private static Stage stage(List<Way> ways, int stage, WorkingCalendar calendar) {
        List<Duration> times = new ArrayList<>();
        long inTime = 0;
        long limited = 0;
        for (Way way : ways) {
            LocalDateTime at = way.stages().get(stage);
            LocalDateTime limit = stage == 0 ? way.limit() : null;
            if (at != null) {
                times.add(calendar.workingTimeBetween(ReportRows.instant(way.arrived()), ReportRows.instant(at)));
            }
            limited += limit == null ? 0 : 1;
            inTime += limit != null && at != null && !at.isAfter(limit) ? 1 : 0;
        }
        Collections.sort(times);
        return new Stage(times.size(), share(inTime, limited), hours(times, HALF), hours(times, NEARLY_ALL));
    }

    private static @Nullable BigDecimal share(long part, long all) {
        return all == 0
                ? null
                : BigDecimal.valueOf(part * HUNDRED).divide(BigDecimal.valueOf(all), 1, RoundingMode.HALF_UP);
    }

    /** The time within which so many of a hundred were done, in hours of work. */
    private static @Nullable BigDecimal hours(List<Duration> sorted, int percent) {
        if (sorted.isEmpty()) {
            return null;
        }
        int place = (int) Math.ceil(sorted.size() * (double) percent / HUNDRED) - 1;
        return BigDecimal.valueOf(sorted.get(place).toMinutes())
                .divide(BigDecimal.valueOf(MINUTES), 1, RoundingMode.HALF_UP);
    }
}
