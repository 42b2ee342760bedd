package vn.lienthong.node.calendar.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
import vn.lienthong.core.calendar.DueRule;
import vn.lienthong.core.document.Urgency;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.Choice;
import vn.lienthong.node.web.FormFaults;
import vn.lienthong.node.web.NothingHereException;

/** Within which time documents are dealt with, by urgency and type. */
@InNodeRole
@Controller
class DuePages {
    private static final String PATH = "/calendar/due";
    private static final String PAGE = "calendar/due";
    private static final int LONGEST_TYPE = 100;
    private static final String AMOUNT = "amount";

    private final StoredCalendars calendars;
    private final CalendarBook book;
    private final CalendarFrame frame;

    DuePages(StoredCalendars calendars, CalendarBook book, CalendarFrame frame) {
        this.calendars = calendars;
        this.book = book;
        this.frame = frame;
    }

    @GetMapping(PATH)
    String rules(Locale language, Model model) {
        show(Map.of(), language, model);
        return PAGE;
    }

    private void show(Map<String, String> typed, Locale language, Model model) {
        CalendarSettings settings = calendars.read();
        model.addAttribute("rules", settings.rules());
        model.addAttribute("seen", settings.version());
        model.addAttribute("typed", typed);
        boolean english = language.getLanguage().equals("en");
        model.addAttribute(
                "urgencies",
                Arrays.stream(Urgency.values())
                        .map(urgency -> Choice.literal(
                                Integer.toString(urgency.level()), english ? urgency.english() : urgency.vietnamese()))
                        .toList());
        model.addAttribute(
                "units",
                List.of(
                        Choice.of("WORKING_DAYS", "calendar.unit.days"),
                        Choice.of("WORKING_HOURS", "calendar.unit.hours")));
    }

    @PostMapping(PATH)
    String set(
            @AuthenticationPrincipal Person person,
            @RequestParam Map<String, String> typed,
            @RequestParam long seen,
            Locale language,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        FormFaults faults = new FormFaults();
        Optional<DueRule> rule = rule(typed, faults);
        if (rule.isPresent()) {
            DueRule wished = rule.get();
            ChangeAnswer answer = book.change(
                    CalendarSettings.about(wished.urgency(), wished.type()),
                    CalendarSettings.value(wished),
                    seen,
                    person.login().value());
            if (frame.settled(answer, AMOUNT, model, redirect, response)) {
                return "redirect:" + PATH;
            }
        } else {
            model.addAttribute(FormFaults.ATTRIBUTE, faults);
        }
        show(typed, language, model);
        return PAGE;
    }

    private static Optional<DueRule> rule(Map<String, String> typed, FormFaults faults) {
        Optional<Urgency> urgency = urgency(typed.getOrDefault("urgency", ""));
        if (urgency.isEmpty()) {
            faults.add("urgency", "calendar.urgency.missing");
        }
        String type = typed.getOrDefault("type", "").strip();
        if (type.length() > LONGEST_TYPE || type.codePoints().anyMatch(Character::isISOControl)) {
            faults.add("type", "calendar.type.wrong", LONGEST_TYPE);
        }
        String digits = typed.getOrDefault(AMOUNT, "").strip();
        int amount = digits.matches("\\d{1,3}") ? Integer.parseInt(digits) : 0;
        if (amount < 1) {
            faults.add(AMOUNT, "calendar.amount.wrong", DueRule.LARGEST);
        }
        boolean hours = typed.getOrDefault("unit", "").equals("WORKING_HOURS");
        return faults.any() ? Optional.empty() : Optional.of(rule(urgency.orElseThrow(), type, amount, hours));
    }

    private static DueRule rule(Urgency urgency, String type, int amount, boolean hours) {
        @Nullable String limited = type.isEmpty() ? null : type;
        return new DueRule(urgency, limited, amount, hours ? DueRule.Unit.WORKING_HOURS : DueRule.Unit.WORKING_DAYS);
    }

    private static Optional<Urgency> urgency(String typed) {
        return typed.matches("\\d") ? Urgency.ofLevel(Long.parseLong(typed)) : Optional.empty();
    }

    @PostMapping("/calendar/due/remove")
    String remove(
            @AuthenticationPrincipal Person person,
            @RequestParam Map<String, String> sent,
            @RequestParam long seen,
            Locale language,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        Urgency level = urgency(sent.getOrDefault("urgency", "")).orElseThrow(NothingHereException::new);
        String type = sent.getOrDefault("type", "");
        DueRule gone = calendars.read().rules().stream()
                .filter(rule -> rule.urgency() == level && type.equals(rule.type() == null ? "" : rule.type()))
                .findFirst()
                .orElseThrow(NothingHereException::new);
        ChangeAnswer answer = book.change(
                CalendarSettings.about(gone.urgency(), gone.type()),
                CalendarSettings.value((DueRule) null),
                seen,
                person.login().value());
        if (frame.settled(answer, AMOUNT, model, redirect, response)) {
            return "redirect:" + PATH;
        }
        show(Map.of(), language, model);
        return PAGE;
    }
}
