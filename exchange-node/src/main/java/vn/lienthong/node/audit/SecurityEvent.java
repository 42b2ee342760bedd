package vn.lienthong.node.audit;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An event as its witness describes it. What is left out is filled in when it is recorded: who from the signed-in caller, where
 * from the request.
 *
 * <p>Facts become part of the log for ever: identifiers, codes, numbers and digests only. Private facts can be erased.
 *
 * @param kind what happened
 * @param outcome what came of it
 * @param reason why not, as a stable code; null on success
 * @param actor who; null for the caller of the request, or this program
 * @param object to what, or null
 * @param origin where from; null for the present request, or this program
 * @param facts more about it, without personal data
 * @param privateFacts more about it that must be erasable
 */
public record SecurityEvent(
        EventKind kind,
        Outcome outcome,
        @Nullable String reason,
        @Nullable Actor actor,
        @Nullable EventObject object,
        @Nullable Origin origin,
        Map<String, String> facts,
        Map<String, String> privateFacts) {

    private static final int MOST_FACTS = 24;

    /** Bounds everything. */
    public SecurityEvent {
        reason = Bounds.orNull(reason, Bounds.CODE);
        facts = bounded(facts);
        privateFacts = bounded(privateFacts);
    }

    /** Something was done. */
    public static SecurityEvent of(EventKind kind) {
        return new SecurityEvent(kind, Outcome.SUCCESS, null, null, null, null, Map.of(), Map.of());
    }

    /** Something was stopped by a rule. */
    public static SecurityEvent blocked(EventKind kind, String reason) {
        return new SecurityEvent(kind, Outcome.BLOCKED, reason, null, null, null, Map.of(), Map.of());
    }

    /** Something was allowed and did not work. */
    public static SecurityEvent failed(EventKind kind, String reason) {
        return new SecurityEvent(kind, Outcome.FAILED, reason, null, null, null, Map.of(), Map.of());
    }

    /** The same, done by this actor. */
    public SecurityEvent by(Actor who) {
        return new SecurityEvent(kind, outcome, reason, who, object, origin, facts, privateFacts);
    }

    /** The same, done to this object. */
    public SecurityEvent on(EventObject what) {
        return new SecurityEvent(kind, outcome, reason, actor, what, origin, facts, privateFacts);
    }

    /** The same, come from there. */
    public SecurityEvent from(Origin where) {
        return new SecurityEvent(kind, outcome, reason, actor, object, where, facts, privateFacts);
    }

    /** The same with one more fact that stays for ever. */
    public SecurityEvent with(String name, Object value) {
        return new SecurityEvent(kind, outcome, reason, actor, object, origin, more(facts, name, value), privateFacts);
    }

    /** The same with one more fact that can be erased. */
    public SecurityEvent withPrivate(String name, Object value) {
        return new SecurityEvent(kind, outcome, reason, actor, object, origin, facts, more(privateFacts, name, value));
    }

    private static Map<String, String> more(Map<String, String> facts, String name, Object value) {
        Map<String, String> more = new TreeMap<>(facts);
        more.put(name, String.valueOf(value));
        return more;
    }

    private static Map<String, String> bounded(Map<String, String> facts) {
        Map<String, String> bounded = new TreeMap<>();
        facts.entrySet().stream()
                .limit(MOST_FACTS)
                .forEach(fact -> bounded.put(
                        Bounds.line(fact.getKey(), Bounds.CODE), Bounds.line(fact.getValue(), Bounds.VALUE)));
        return Collections.unmodifiableMap(bounded);
    }

    /** Shows no private fact. */
    @Override
    public String toString() {
        return "SecurityEvent[" + kind.action() + " " + outcome + "]";
    }
}
