package vn.lienthong.node.calendar.internal;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.lienthong.core.calendar.DueRule;
import vn.lienthong.core.calendar.WorkingWeek;
import vn.lienthong.core.document.Urgency;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.DateText;

/** Puts changes into words. */
@InNodeRole
@Component
class ChangeWords {
    private final MessageSource messages;

    ChangeWords(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * A change in words.
     *
     * @param id of the change
     * @param about what was changed
     * @param before how it stood
     * @param after how it stands
     * @param by who
     * @param at when
     */
    record Row(long id, String about, String before, String after, String by, Instant at) {}

    Row of(CalendarChange change, Locale language) {
        return new Row(
                change.id(),
                about(change.about(), language),
                value(change.about(), change.before(), language),
                value(change.about(), change.after(), language),
                change.by(),
                change.at());
    }

    private String about(String about, Locale language) {
        if (about.startsWith("day:")) {
            return DateText.write(date(about));
        }
        if (!about.startsWith("due:")) {
            return text("calendar.about." + about, language);
        }
        String[] parts = about.split(":", 3);
        Urgency urgency = Urgency.ofLevel(Long.parseLong(parts[1])).orElseThrow();
        String level = language.getLanguage().equals("en") ? urgency.english() : urgency.vietnamese();
        return text("calendar.about.due", language, level, parts[2]);
    }

    private static LocalDate date(String about) {
        return LocalDate.parse(about.substring(about.indexOf(':') + 1));
    }

    private String value(String about, @Nullable String value, Locale language) {
        if (value == null) {
            return text("calendar.as-begun", language);
        }
        if (about.startsWith("day:")) {
            DayEntry day = DayEntry.of(date(about), value);
            String kind = text("calendar.kind." + day.kind().slug(), language);
            return day.name().isEmpty() ? kind : kind + ": " + day.name();
        }
        if (about.startsWith("due:")) {
            return rule(about, value, language);
        }
        return about.equals(CalendarSettings.AT_ONCE)
                ? text("calendar.minutes", language, value)
                : week(value, language);
    }

    /** Days with the same hours together, such as {@code T2 T3 T4 T5 T6 07:30-11:30 13:30-17:00; T7 07:30-11:30}. */
    private String week(String value, Locale language) {
        WorkingWeek week = new CalendarSettings(0, Map.of(CalendarSettings.WEEK, value)).week();
        Map<String, StringJoiner> byHours = new LinkedHashMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            if (!week.on(day).isRest()) {
                byHours.computeIfAbsent(week.on(day).text(), _ -> new StringJoiner(" "))
                        .add(text("calendar.short." + day.getValue(), language));
            }
        }
        return byHours.entrySet().stream()
                .map(hours -> hours.getValue() + " " + hours.getKey())
                .collect(Collectors.joining("; "));
    }

    private String rule(String about, String value, Locale language) {
        return new CalendarSettings(0, Map.of(about, value))
                .rules().stream()
                        .filter(rule -> CalendarSettings.about(rule.urgency(), rule.type())
                                .equals(about))
                        .findFirst()
                        .map(rule -> text(
                                rule.unit() == DueRule.Unit.WORKING_DAYS
                                        ? "calendar.amount.days"
                                        : "calendar.amount.hours",
                                language,
                                rule.amount()))
                        .orElseGet(() -> text("calendar.no-rule", language));
    }

    private String text(String key, Locale language, Object... arguments) {
        return Objects.requireNonNull(messages.getMessage(key, arguments, language));
    }
}
