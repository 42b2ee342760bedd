package vn.lienthong.node.audit.internal.alert;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.node.audit.Actor;
import vn.lienthong.node.audit.EventId;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.audit.EventObject;
import vn.lienthong.node.audit.EventRecorded;
import vn.lienthong.node.audit.Origin;
import vn.lienthong.node.audit.Outcome;
import vn.lienthong.node.audit.SecurityEvent;
import vn.lienthong.node.audit.alert.RuleTemplate;
import vn.lienthong.node.audit.search.FoundEvent;

/**
 * What a rule looks at.
 *
 * @param id the event
 * @param at when
 * @param kind what happened
 * @param outcome what came of it
 * @param actor who
 * @param address where from, or null
 * @param object to what, or null
 * @param secrecy of the object, ordinary when it has none
 */
record Trigger(
        EventId id,
        Instant at,
        EventKind kind,
        Outcome outcome,
        String actor,
        @Nullable String address,
        @Nullable String object,
        Secrecy secrecy) {

    private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final int MORNING = 6;
    private static final int EVENING = 20;
    private static final String PERSON = "account:";
    private static final int TIME_SHIFT = 16;

    static Trigger of(EventRecorded news) {
        SecurityEvent event = news.event();
        Actor actor = event.actor() == null ? Actor.system() : event.actor();
        @Nullable EventObject object = event.object();
        @Nullable Origin origin = event.origin();
        return new Trigger(
                news.id(),
                Instant.ofEpochMilli(news.id().value().getMostSignificantBits() >>> TIME_SHIFT),
                event.kind(),
                event.outcome(),
                actor.reference(),
                origin == null ? null : origin.address(),
                object == null ? null : object.id(),
                Secrecy.of(object == null || object.secrecy() == null ? 0 : object.secrecy()));
    }

    static Optional<Trigger> of(FoundEvent event) {
        return EventKind.of(event.action())
                .map(kind -> new Trigger(
                        event.id(),
                        event.at(),
                        kind,
                        event.outcome(),
                        event.actor(),
                        event.address(),
                        event.objectId(),
                        event.level()));
    }

    /** Whether the rule, of which this is one of the triggers, looks at such a one. */
    boolean concerns(RuleTemplate template) {
        return switch (template) {
            case OFF_HOURS -> outOfHours();
            case MASS_DOWNLOAD -> actor.startsWith(PERSON);
            case SECRET_REFUSED -> outcome == Outcome.BLOCKED && secrecy.isStateSecret();
            case ABNORMAL_DOCUMENT,
                    MANY_REFUSALS,
                    GUESSING,
                    FLOOD,
                    STRANGE_CERTIFICATE,
                    REFUSED_PARCELS,
                    FALSE_EVIDENCE,
                    FALSE_RECEIPTS,
                    KEY_MOVED,
                    ROLE_RAISED,
                    EMERGENCY_ENTRY,
                    LOG_IN_DOUBT,
                    CLOCK_SET,
                    CRASHED,
                    DIRECTORY_IN_DOUBT,
                    KEYS_AWAY,
                    SHIPPING_STOPPED -> true;
            case SAVED_SEARCH, ABSENCE, AGENCY_SILENT -> false;
        };
    }

    private boolean outOfHours() {
        ZonedDateTime local = at.atZone(HANOI);
        return local.getHour() < MORNING
                || local.getHour() >= EVENING
                || local.getDayOfWeek() == DayOfWeek.SATURDAY
                || local.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** What the rule counts together with this one; empty when it lacks what they would share. */
    Optional<String> group(RuleTemplate template) {
        return switch (template.group()) {
            case ACTOR -> Optional.of(actor);
            case ADDRESS -> Optional.ofNullable(address);
            case OBJECT -> Optional.of(object == null ? "" : object);
            case NONE -> Optional.of("");
        };
    }
}
