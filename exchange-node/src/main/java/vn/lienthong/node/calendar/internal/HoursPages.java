package vn.lienthong.node.calendar.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.core.calendar.WorkingHours;
import vn.lienthong.core.calendar.WorkingWeek;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.FormFaults;

/** The hours of each day of the week, and what "at once" means. */
@InNodeRole
@Controller
class HoursPages {
    private static final String PATH = "/calendar/hours";
    private static final String PAGE = "calendar/hours";
    private static final int LONGEST_AT_ONCE = 1440;
    private static final String AT_ONCE = "atOnce";

    private final StoredCalendars calendars;
    private final CalendarBook book;
    private final CalendarFrame frame;

    HoursPages(StoredCalendars calendars, CalendarBook book, CalendarFrame frame) {
        this.calendars = calendars;
        this.book = book;
        this.frame = frame;
    }

    @GetMapping(PATH)
    String hours(Model model) {
        show(Map.of(), model);
        return PAGE;
    }

    private void show(Map<String, String> typed, Model model) {
        CalendarSettings settings = calendars.read();
        Map<String, String> values = new HashMap<>();
        Arrays.stream(DayOfWeek.values())
                .forEach(day -> values.put(field(day), settings.week().on(day).text()));
        values.put(AT_ONCE, Long.toString(settings.atOnce().toMinutes()));
        values.putAll(typed);
        model.addAttribute("values", values);
        model.addAttribute("seen", settings.version());
    }

    private static String field(DayOfWeek day) {
        return "day" + day.getValue();
    }

    @PostMapping(PATH)
    String setHours(
            @AuthenticationPrincipal Person person,
            @RequestParam Map<String, String> typed,
            @RequestParam long seen,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        FormFaults faults = new FormFaults();
        Optional<WorkingWeek> week = week(typed, faults);
        if (week.isEmpty()) {
            model.addAttribute(FormFaults.ATTRIBUTE, faults);
            show(typed, model);
            return PAGE;
        }
        ChangeAnswer answer = book.change(
                CalendarSettings.WEEK,
                CalendarSettings.value(week.get()),
                seen,
                person.login().value());
        return answered(answer, field(DayOfWeek.MONDAY), typed, model, redirect, response);
    }

    private String answered(
            ChangeAnswer answer,
            String field,
            Map<String, String> typed,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        if (frame.settled(answer, field, model, redirect, response)) {
            return "redirect:" + PATH;
        }
        show(typed, model);
        return PAGE;
    }

    private static Optional<WorkingWeek> week(Map<String, String> typed, FormFaults faults) {
        Map<DayOfWeek, WorkingHours> hours = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            WorkingHours.parse(typed.getOrDefault(field(day), ""))
                    .ifPresentOrElse(
                            read -> hours.put(day, read), () -> faults.add(field(day), "calendar.hours.wrong"));
        }
        if (!faults.any() && hours.values().stream().allMatch(WorkingHours::isRest)) {
            faults.add(field(DayOfWeek.MONDAY), "calendar.hours.none");
        }
        return faults.any() ? Optional.empty() : Optional.of(new WorkingWeek(hours));
    }

    @PostMapping("/calendar/at-once")
    String setAtOnce(
            @AuthenticationPrincipal Person person,
            @RequestParam Map<String, String> typed,
            @RequestParam long seen,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        String digits = typed.getOrDefault(AT_ONCE, "").strip();
        int minutes = digits.matches("\\d{1,4}") ? Integer.parseInt(digits) : 0;
        if (minutes < 1 || minutes > LONGEST_AT_ONCE) {
            FormFaults faults = new FormFaults();
            faults.add(AT_ONCE, "calendar.at-once.wrong", LONGEST_AT_ONCE);
            model.addAttribute(FormFaults.ATTRIBUTE, faults);
            show(typed, model);
            return PAGE;
        }
        ChangeAnswer answer = book.change(
                CalendarSettings.AT_ONCE,
                Integer.toString(minutes),
                seen,
                person.login().value());
        return answered(answer, AT_ONCE, typed, model, redirect, response);
    }
}
