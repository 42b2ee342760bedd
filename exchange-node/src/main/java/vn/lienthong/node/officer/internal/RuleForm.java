package vn.lienthong.node.officer.internal;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.AgencyCodeCheck;
import vn.lienthong.node.audit.Severity;
import vn.lienthong.node.audit.alert.RuleTerms;
import vn.lienthong.node.audit.alert.SearchRule;
import vn.lienthong.node.audit.search.FilterField;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.web.Choice;
import vn.lienthong.node.web.FormFaults;

/**
 * A rule as typed.
 *
 * @param kind what makes it ring
 * @param name of the rule
 * @param terms of the search, which the form does not change
 * @param agencies codes
 * @param threshold how many
 * @param minutes of the window, or hours where silence is watched
 * @param workingTime whether only working time counts
 * @param severity of its alerts
 * @param owner login
 * @param enabled whether it is on
 */
record RuleForm(
        RuleTerms.Kind kind,
        String name,
        Map<FilterField, String> terms,
        String agencies,
        String threshold,
        String minutes,
        boolean workingTime,
        Severity severity,
        String owner,
        boolean enabled) {
    private static final int MINUTES = 60;
    private static final int LONGEST_NAME = 100;
    private static final int MOST_AGENCIES = 100;
    private static final int USUAL_SILENCE = 8;

    RuleForm {
        terms = Map.copyOf(terms);
    }

    static RuleForm blank(RuleTerms.Kind kind, String owner) {
        boolean working = kind != RuleTerms.Kind.NOT_SHIPPED;
        String minutes = kind == RuleTerms.Kind.MANY ? "60" : Integer.toString(working ? USUAL_SILENCE : 1);
        return new RuleForm(kind, "", Map.of(), "", "1", minutes, working, Severity.WARNING, owner, true);
    }

    static RuleForm of(SearchRule rule) {
        RuleTerms terms = rule.terms();
        long minutes = terms.window().toMinutes();
        return new RuleForm(
                terms.kind(),
                terms.name(),
                terms.terms(),
                String.join(", ", terms.agencies()),
                Integer.toString(terms.threshold()),
                Long.toString(terms.kind() == RuleTerms.Kind.MANY ? minutes : Math.max(1, minutes / MINUTES)),
                terms.workingTime(),
                terms.severity(),
                terms.owner(),
                terms.enabled());
    }

    static RuleForm of(Map<String, String> parameters, Map<FilterField, String> terms) {
        return new RuleForm(
                one(RuleTerms.Kind.values(), parameters.get("kind"), RuleTerms.Kind.MANY),
                parameters.getOrDefault("name", "").strip(),
                terms,
                parameters.getOrDefault("agencies", ""),
                parameters.getOrDefault("threshold", "1"),
                parameters.getOrDefault("minutes", ""),
                parameters.containsKey("workingTime"),
                one(Severity.values(), parameters.get("severity"), Severity.WARNING),
                parameters.getOrDefault("owner", "").strip(),
                parameters.containsKey("enabled"));
    }

    private static <E extends Enum<E>> E one(E[] values, @Nullable String name, E otherwise) {
        return Arrays.stream(values)
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElse(otherwise);
    }

    static List<Choice> severities() {
        return Arrays.stream(Severity.values())
                .map(severity -> Choice.of(severity.name(), "officer.severity." + severity))
                .toList();
    }

    /** Whether the window is typed in hours. */
    public boolean hours() {
        return kind != RuleTerms.Kind.MANY;
    }

    /** The rule that is meant; empty when something is wrong, which is then noted. */
    Optional<RuleTerms> read(FormFaults faults) {
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            faults.add("name", "officer.watch.name.wrong");
        }
        int longest = hours() ? RuleTerms.LONGEST / MINUTES : RuleTerms.LONGEST;
        int count = number("threshold", threshold, RuleTerms.HIGHEST, "officer.rules.threshold.wrong", faults);
        int time = number(
                "minutes",
                minutes,
                longest,
                hours() ? "officer.watch.hours.wrong" : "officer.rules.minutes.wrong",
                faults);
        if (LoginName.parse(owner).isEmpty()) {
            faults.add("owner", "officer.watch.owner.wrong");
        }
        List<String> codes = codes(faults);
        return faults.any()
                ? Optional.empty()
                : Optional.of(new RuleTerms(
                        kind,
                        name,
                        terms,
                        codes,
                        count,
                        hours() ? Duration.ofHours(time) : Duration.ofMinutes(time),
                        workingTime && hours(),
                        severity,
                        owner,
                        enabled));
    }

    private List<String> codes(FormFaults faults) {
        if (kind != RuleTerms.Kind.AGENCY_SILENT) {
            return List.of();
        }
        List<String> codes = Arrays.stream(agencies.strip().split("[\\s,;]+", MOST_AGENCIES + 1))
                .filter(code -> !code.isEmpty())
                .distinct()
                .toList();
        Optional<String> wrong = codes.stream()
                .filter(code -> !(AgencyCode.check(code) instanceof AgencyCodeCheck.Valid))
                .findFirst();
        if (codes.isEmpty() || codes.size() > MOST_AGENCIES) {
            faults.add("agencies", "officer.watch.agencies.none", MOST_AGENCIES);
        } else if (wrong.isPresent()) {
            faults.add("agencies", "officer.watch.agencies.wrong", wrong.get());
        }
        return codes;
    }

    private static int number(String field, String typed, int highest, String key, FormFaults faults) {
        String digits = typed.strip();
        int value = digits.matches("\\d{1,5}") ? Integer.parseInt(digits) : 0;
        if (value < 1 || value > highest) {
            faults.add(field, key, highest);
        }
        return value;
    }
}
