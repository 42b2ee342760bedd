package vn.lienthong.node.calendar.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.core.calendar.SpecialDay;
import vn.lienthong.core.calendar.WorkingCalendar;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.Choice;
import vn.lienthong.node.web.DateText;
import vn.lienthong.node.web.FormFaults;
import vn.lienthong.node.web.NothingHereException;

/** The year: holidays, make-up days, and what people here say about them. */
@InNodeRole
@Controller
class YearPages {
    private static final String PATH = "/calendar";
    private static final int YEARS = 10;
    private static final String DATE = "date";

    private final StoredCalendars calendars;
    private final CalendarBook book;
    private final CalendarFrame frame;
    private final InstantSource clock;

    YearPages(StoredCalendars calendars, CalendarBook book, CalendarFrame frame, InstantSource clock) {
        this.calendars = calendars;
        this.book = book;
        this.frame = frame;
        this.clock = clock;
    }

    private LocalDate today() {
        return WorkingCalendar.date(clock.instant());
    }

    @GetMapping(PATH)
    String year(@RequestParam(required = false) @Nullable Integer year, Model model) {
        int shown = year == null ? today().getYear() : year;
        if (!known(shown)) {
            throw new NothingHereException();
        }
        show(shown, Map.of(), model);
        return "calendar/year";
    }

    private boolean known(int year) {
        return Math.abs(year - today().getYear()) <= YEARS;
    }

    private void show(int year, Map<String, String> typed, Model model) {
        CalendarSettings settings = calendars.read();
        model.addAttribute("view", YearView.of(year, settings.calendar(year, year), settings.days()));
        model.addAttribute("earlier", known(year - 1) ? year - 1 : null);
        model.addAttribute("later", known(year + 1) ? year + 1 : null);
        model.addAttribute("seen", settings.version());
        model.addAttribute("typed", typed);
        model.addAttribute(
                "kinds",
                List.of(
                        Choice.of("holiday", "calendar.kind.holiday"),
                        Choice.of("make-up", "calendar.kind.make-up"),
                        Choice.of("ordinary", "calendar.kind.ordinary")));
    }

    @PostMapping("/calendar/days")
    String set(
            @AuthenticationPrincipal Person person,
            @RequestParam Map<String, String> typed,
            @RequestParam long seen,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        FormFaults faults = new FormFaults();
        Optional<DayEntry> entry = entry(typed, faults);
        int year = entry.map(day -> day.date().getYear()).orElse(today().getYear());
        if (entry.isEmpty()) {
            model.addAttribute(FormFaults.ATTRIBUTE, faults);
            show(year, typed, model);
            return "calendar/year";
        }
        DayEntry day = entry.get();
        return answer(
                book.change(
                        CalendarSettings.about(day.date()),
                        day.value(),
                        seen,
                        person.login().value()),
                year,
                typed,
                model,
                redirect,
                response);
    }

    private String answer(
            ChangeAnswer answer,
            int year,
            Map<String, String> typed,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        if (frame.settled(answer, DATE, model, redirect, response)) {
            return "redirect:" + PATH + "?year=" + year + "#days";
        }
        show(year, typed, model);
        return "calendar/year";
    }

    private Optional<DayEntry> entry(Map<String, String> typed, FormFaults faults) {
        Optional<LocalDate> date = DateText.date(typed.getOrDefault(DATE, ""), today());
        if (date.isEmpty()) {
            faults.add(DATE, "calendar.date.wrong");
        } else if (!known(date.get().getYear())) {
            faults.add(DATE, "calendar.date.far", YEARS);
        }
        Optional<DayEntry.Kind> kind = DayEntry.Kind.ofSlug(typed.getOrDefault("kind", ""));
        if (kind.isEmpty()) {
            faults.add("kind", "calendar.kind.missing");
        }
        String name = typed.getOrDefault("name", "").strip();
        if (name.isEmpty() && kind.isPresent() && kind.get() != DayEntry.Kind.ORDINARY) {
            faults.add("name", "calendar.name.missing");
        } else if (name.length() > SpecialDay.LONGEST_NAME || name.codePoints().anyMatch(Character::isISOControl)) {
            faults.add("name", "calendar.name.wrong", SpecialDay.LONGEST_NAME);
        }
        return faults.any()
                ? Optional.empty()
                : Optional.of(new DayEntry(date.orElseThrow(), kind.orElseThrow(), name));
    }

    @PostMapping("/calendar/days/remove")
    String remove(
            @AuthenticationPrincipal Person person,
            @RequestParam String date,
            @RequestParam long seen,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        LocalDate day = DateText.date(date, today()).orElseThrow(NothingHereException::new);
        if (!known(day.getYear())) {
            throw new NothingHereException();
        }
        ChangeAnswer answer = book.change(
                CalendarSettings.about(day), null, seen, person.login().value());
        return answer(answer, day.getYear(), Map.of(), model, redirect, response);
    }
}
