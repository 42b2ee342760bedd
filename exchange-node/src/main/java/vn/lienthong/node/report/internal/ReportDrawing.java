package vn.lienthong.node.report.internal;

import java.time.InstantSource;
import java.util.Locale;
import org.springframework.stereotype.Component;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.directory.DirectoryView;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.DateText;

/** Draws reports up with all their words. */
@InNodeRole
@Component
class ReportDrawing {
    private final ReportNames names;
    private final DirectoryView directory;
    private final InstantSource clock;

    ReportDrawing(ReportNames names, DirectoryView directory, InstantSource clock) {
        this.names = names;
        this.directory = directory;
        this.clock = clock;
    }

    DrawnReport draw(Report report, ReportScope scope, ReportPeriod period, Locale language) {
        ReportTable table = report.draw(scope, period, language);
        return new DrawnReport(
                names.text("report." + report.slug() + ".title", language),
                name(scope.agency()) + (scope.unit().isEmpty() ? "" : " – " + scope.unit()),
                names.text(
                        "report.period.words", language, DateText.write(period.from()), DateText.write(period.until())),
                table.columns().stream()
                        .map(column -> names.text(column.title(), language))
                        .toList(),
                table,
                names.text("report.before", language),
                names.text("report.total", language));
    }

    private String name(AgencyCode code) {
        return directory
                .current()
                .agency(code, clock.instant())
                .map(entry -> entry.agency().name() + " (" + code.value() + ")")
                .orElse(code.value());
    }
}
