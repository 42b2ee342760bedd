package vn.lienthong.node.officer.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.lienthong.node.audit.Channel;
import vn.lienthong.node.audit.EventClass;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.audit.Outcome;
import vn.lienthong.node.audit.Severity;
import vn.lienthong.node.web.Choice;

/** What can be chosen in the form above the events. */
@Component
class EventChoices {
    private static final Choice ANY = Choice.of("", "officer.any");
    private static final int SECRECY_LEVELS = 4;

    /**
     * All lists of the form.
     *
     * @param periods that end now, or chosen
     * @param actions of the catalogue
     * @param about classes of events
     * @param outcomes of acts
     * @param severities of events
     * @param channels of access
     * @param secrecies of documents
     */
    record Lists(
            List<Choice> periods,
            List<Choice> actions,
            List<Choice> about,
            List<Choice> outcomes,
            List<Choice> severities,
            List<Choice> channels,
            List<Choice> secrecies) {}

    Lists in(Locale language) {
        return new Lists(
                periods(),
                actions(language),
                any(names(EventClass.values()).map(name -> Choice.of(name, "officer.about." + name))),
                any(names(Outcome.values()).map(name -> Choice.of(name, "officer.outcome." + name))),
                any(names(Severity.values()).map(name -> Choice.of(name, "officer.severity." + name))),
                any(names(Channel.values()).map(name -> Choice.of(name, "officer.channel." + name))),
                any(Stream.iterate(0, level -> level + 1)
                        .limit(SECRECY_LEVELS)
                        .map(level -> Choice.of(Integer.toString(level), "officer.secrecy." + level))));
    }

    static List<Choice> periods() {
        List<Choice> periods = new ArrayList<>();
        EventQuery.PERIODS.keySet().forEach(name -> periods.add(Choice.of(name, "officer.period." + name)));
        periods.add(Choice.of(EventQuery.CHOSEN, "officer.period.chosen"));
        return periods;
    }

    private static List<Choice> actions(Locale language) {
        return any(Arrays.stream(EventKind.values())
                .map(kind -> Choice.literal(kind.action(), kind.words(language) + " (" + kind.action() + ")")));
    }

    private static List<Choice> any(Stream<Choice> choices) {
        return Stream.concat(Stream.of(ANY), choices).toList();
    }

    private static Stream<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name);
    }
}
