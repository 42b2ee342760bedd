package vn.lienthong.node.report.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.springframework.web.util.UriComponentsBuilder;
import vn.lienthong.core.calendar.WorkingCalendar;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.audit.AuditTrail;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.audit.EventObject;
import vn.lienthong.node.audit.SecurityEvent;
import vn.lienthong.node.identity.Permission;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.Choice;
import vn.lienthong.node.web.Download;
import vn.lienthong.node.web.Downloads;
import vn.lienthong.node.web.FormFaults;
import vn.lienthong.node.web.NothingHereException;
import vn.lienthong.node.web.PrintedMark;

/** Shows reports of the person's agencies, and writes them as files. Whoever asks for another agency gets the same as for none. */
@InNodeRole
@Controller
class ReportPages {
    private static final String AGENCY = "agency";

    private final List<Report> reports;
    private final ReportDrawing drawing;
    private final ReportRows rows;
    private final AuditTrail trail;
    private final PrintedMark mark;
    private final InstantSource clock;

    ReportPages(
            List<Report> reports,
            ReportDrawing drawing,
            ReportRows rows,
            AuditTrail trail,
            PrintedMark mark,
            InstantSource clock) {
        this.reports =
                reports.stream().sorted(Comparator.comparingInt(Report::number)).toList();
        this.drawing = drawing;
        this.rows = rows;
        this.trail = trail;
        this.mark = mark;
        this.clock = clock;
    }

    @GetMapping("/reports")
    String list(@AuthenticationPrincipal Person person, @RequestParam Map<String, String> typed, Model model) {
        Optional<AgencyCode> agency = agency(person, typed);
        model.addAttribute("reports", reports);
        model.addAttribute(AGENCY, agency.map(AgencyCode::value).orElse(""));
        model.addAttribute("agencies", agencies(person));
        return "report/list";
    }

    @GetMapping("/reports/{slug}")
    String report(
            @AuthenticationPrincipal Person person,
            @PathVariable String slug,
            @RequestParam Map<String, String> typed,
            Locale language,
            Model model) {
        Report report = find(slug);
        AgencyCode agency = agency(person, typed).orElseThrow(NothingHereException::new);
        FormFaults faults = new FormFaults();
        model.addAttribute("report", report);
        model.addAttribute(AGENCY, agency.value());
        model.addAttribute("agencies", agencies(person));
        model.addAttribute("units", report.byUnit() ? units(agency) : List.of());
        model.addAttribute("unit", scope(report, agency, typed).unit());
        model.addAttribute("periods", PeriodChoice.choices());
        model.addAttribute("typed", typed);
        model.addAttribute("chosen", typed.getOrDefault(PeriodChoice.FIELD, PeriodChoice.USUAL));
        Optional<ReportPeriod> period = PeriodChoice.read(typed, today(), faults);
        if (period.isEmpty()) {
            model.addAttribute(FormFaults.ATTRIBUTE, faults);
        } else {
            model.addAttribute("drawn", drawing.draw(report, scope(report, agency, typed), period.get(), language));
            model.addAttribute("link", link(slug, agency, typed));
        }
        return "report/report";
    }

    /** A unit that the agency does not have is none. */
    private ReportScope scope(Report report, AgencyCode agency, Map<String, String> typed) {
        String wished = typed.getOrDefault("unit", "");
        boolean known =
                !wished.isEmpty() && report.byUnit() && rows.units(agency).contains(wished);
        return new ReportScope(agency, known ? wished : "");
    }

    private List<Choice> units(AgencyCode agency) {
        return Stream.concat(
                        Stream.of(Choice.of("", "report.unit.all")),
                        rows.units(agency).stream().map(unit -> Choice.literal(unit, unit)))
                .toList();
    }

    /** The address of the files, with what was chosen. */
    private static String link(String slug, AgencyCode agency, Map<String, String> typed) {
        UriComponentsBuilder link = UriComponentsBuilder.fromPath("/reports/" + slug + "/file")
                .queryParam(AGENCY, "{agency}")
                .queryParam("unit", "{unit}")
                .queryParam(PeriodChoice.FIELD, "{period}")
                .queryParam("from", "{from}")
                .queryParam("until", "{until}");
        Map<String, String> values =
                new TreeMap<>(Map.of("period", PeriodChoice.USUAL, "from", "", "until", "", "unit", ""));
        values.putAll(typed);
        values.put(AGENCY, agency.value());
        return link.encode().buildAndExpand(values).toUriString();
    }

    @GetMapping("/reports/{slug}/file")
    ResponseEntity<StreamingResponseBody> file(
            @AuthenticationPrincipal Person person,
            @PathVariable String slug,
            @RequestParam Map<String, String> typed,
            Locale language) {
        Report report = find(slug);
        AgencyCode agency = agency(person, typed).orElseThrow(NothingHereException::new);
        ReportFile kind = ReportFile.of(typed.getOrDefault("as", "")).orElseThrow(NothingHereException::new);
        ReportPeriod period =
                PeriodChoice.read(typed, today(), new FormFaults()).orElseThrow(NothingHereException::new);
        DrawnReport drawn = drawing.draw(report, scope(report, agency, typed), period, language);
        trail.recordNow(SecurityEvent.of(kind == ReportFile.PDF ? EventKind.DOCUMENT_PRINT : EventKind.DOCUMENT_EXPORT)
                .on(EventObject.of(EventObject.Kind.RESOURCE, "report " + slug))
                .with(AGENCY, agency.value())
                .with("from", period.from())
                .with("until", period.until())
                .with("as", kind));
        return Downloads.answer(Optional.of(new Download(
                drawn.title() + " " + period.from() + " " + period.until() + kind.ending(),
                kind.mediaType(),
                -1,
                out -> write(kind, drawn, out))));
    }

    private void write(ReportFile kind, DrawnReport drawn, OutputStream out) throws IOException {
        if (kind == ReportFile.PDF) {
            mark.write(pdf -> kind.write(drawn, pdf), out);
        } else {
            kind.write(drawn, out);
        }
    }

    private LocalDate today() {
        return WorkingCalendar.date(clock.instant());
    }

    private Report find(String slug) {
        return reports.stream()
                .filter(report -> report.slug().equals(slug))
                .findFirst()
                .orElseThrow(NothingHereException::new);
    }

    private static List<Choice> agencies(Person person) {
        return person.agencies(Permission.READ_DOCUMENTS).stream()
                .map(AgencyCode::value)
                .sorted()
                .map(code -> Choice.literal(code, code))
                .toList();
    }

    /** The agency that was asked for, or the first one. */
    private static Optional<AgencyCode> agency(Person person, Map<String, String> typed) {
        String wished = typed.getOrDefault(AGENCY, "");
        return person.agencies(Permission.READ_DOCUMENTS).stream()
                .filter(code -> wished.isEmpty() || code.value().equals(wished))
                .min(Comparator.comparing(AgencyCode::value));
    }
}
