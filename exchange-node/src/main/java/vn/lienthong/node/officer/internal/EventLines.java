package vn.lienthong.node.officer.internal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.node.audit.EventObject;
import vn.lienthong.node.audit.Outcome;
import vn.lienthong.node.audit.Severity;
import vn.lienthong.node.audit.search.FoundEvent;

/** Events as lists show them. */
@Component
class EventLines {
    private static final int LONGEST = 40;
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final int HEAD = 13;
    private static final int TAIL = 4;

    private final ActorNames actors;

    EventLines(ActorNames actors) {
        this.actors = actors;
    }

    /**
     * One line.
     *
     * @param event what was found
     * @param words what happened
     * @param actorName who, for people
     * @param accountName the account that it was done to, for people; null when it was not done to an account
     */
    record Row(
            FoundEvent event,
            String words,
            String actorName,
            @Nullable String accountName) {
        /** How the outcome is marked beside the word. */
        public String mark() {
            return markOf(event.outcome());
        }

        /** Key of the word for the outcome. */
        public String outcome() {
            return "officer.outcome." + event.outcome().name();
        }

        /** How the severity is marked beside the word. */
        public String severityMark() {
            return severityMarkOf(event.severity());
        }

        /** Whether it is about a document, so that everybody who saw it can be asked for. */
        public boolean aboutDocument() {
            return event.objectKind() == EventObject.Kind.DOCUMENT && event.objectId() != null;
        }

        /** The object, short enough for a list. */
        public @Nullable String shortObject() {
            String id = accountName == null ? event.objectId() : accountName;
            if (id != null && UUID.matcher(id).matches()) {
                return id.substring(0, HEAD) + "…" + id.substring(id.length() - TAIL);
            }
            return id == null || id.length() <= LONGEST ? id : id.substring(0, LONGEST) + "…";
        }
    }

    static String markOf(Outcome outcome) {
        return switch (outcome) {
            case SUCCESS -> "done";
            case BLOCKED -> "warning";
            case FAILED -> "failed";
        };
    }

    static String severityMarkOf(Severity severity) {
        return switch (severity) {
            case INFO -> "quiet";
            case NOTICE -> "moving";
            case WARNING -> "warning";
            case CRITICAL -> "failed";
        };
    }

    List<Row> of(List<FoundEvent> events, Locale language) {
        Map<String, String> names = actors.of(
                Stream.concat(
                                events.stream().map(FoundEvent::actor),
                                events.stream().flatMap(event -> account(event).stream()))
                        .toList(),
                language);
        return events.stream()
                .map(event -> new Row(
                        event,
                        event.words(language),
                        names.getOrDefault(event.actor(), event.actor()),
                        account(event).map(names::get).orElse(null)))
                .toList();
    }

    /** The account that it was done to, as actors are written. */
    private static Optional<String> account(FoundEvent event) {
        return event.objectKind() == EventObject.Kind.ACCOUNT
                ? Optional.ofNullable(event.objectId()).map(number -> "account:" + number)
                : Optional.empty();
    }
}
