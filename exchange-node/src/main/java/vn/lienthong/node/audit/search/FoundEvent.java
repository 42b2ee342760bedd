package vn.lienthong.node.audit.search;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.node.audit.Channel;
import vn.lienthong.node.audit.EventId;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.audit.EventObject;
import vn.lienthong.node.audit.Outcome;
import vn.lienthong.node.audit.Severity;

/**
 * An event as a list shows it.
 *
 * @param id names it
 * @param at when
 * @param action of the catalogue; an edition that this program does not know may have written it
 * @param severity how much it matters
 * @param outcome what came of it
 * @param channel through which door
 * @param secrecy level of the object, or null
 * @param actor who, as filters write it
 * @param role with which role, or null
 * @param objectKind what it was done to, or null
 * @param objectId the identifier of that, or null
 * @param reason why not, or null
 * @param correlationId of the request, or null
 * @param address where from; null when unknown or erased
 */
public record FoundEvent(
        EventId id,
        Instant at,
        String action,
        Severity severity,
        Outcome outcome,
        Channel channel,
        @Nullable Integer secrecy,
        String actor,
        @Nullable String role,
        EventObject.@Nullable Kind objectKind,
        @Nullable String objectId,
        @Nullable String reason,
        @Nullable String correlationId,
        @Nullable String address) {

    /** How secret it is that this happened. */
    public Secrecy level() {
        return Secrecy.of(secrecy == null ? 0 : secrecy);
    }

    /** The event as what is looked at, proven or exported; as secret as itself. */
    public EventObject asObject() {
        return EventObject.of(EventObject.Kind.EVENT, id).speakingOf(level());
    }

    /** One plain sentence: when, who, what, to which object, with which outcome. */
    public String sentence(Locale language) {
        return Sentence.of(this, language);
    }

    /** What happened, for people; the action itself when the catalogue does not know it. */
    public String words(Locale language) {
        return EventKind.of(action).map(kind -> kind.words(language)).orElse(action);
    }
}
