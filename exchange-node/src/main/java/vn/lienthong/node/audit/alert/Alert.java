package vn.lienthong.node.audit.alert;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.node.audit.EventId;
import vn.lienthong.node.audit.Severity;

/**
 * An alert with its history.
 *
 * @param id names it
 * @param template which rule raised it
 * @param rule name of the rule when an officer made it, or null
 * @param severity how much it matters
 * @param about whom or what, as filters write it; empty when all count together or it was erased
 * @param secrecy the highest level of what it speaks of: whoever is not cleared for it does not see that there is such an alert
 * @param state how far its handling is
 * @param owner login of the officer who has taken it, or null
 * @param openedAt when it was raised
 * @param lastAt when something last added to it
 * @param count how often something did
 * @param lastEvent the event that last did; null for a test
 * @param test whether an officer raised it to see whether alerts arrive
 * @param notes what officers did, oldest first
 */
public record Alert(
        UUID id,
        RuleTemplate template,
        @Nullable String rule,
        Severity severity,
        String about,
        Secrecy secrecy,
        AlertState state,
        @Nullable String owner,
        Instant openedAt,
        Instant lastAt,
        long count,
        @Nullable EventId lastEvent,
        boolean test,
        List<Note> notes) {

    /** Copies the notes. */
    public Alert {
        notes = List.copyOf(notes);
    }

    /** What it is called for people: the name of its rule, or its template in Vietnamese unless English is asked for. */
    public String words(Locale language) {
        return rule == null ? template.words(language) : rule;
    }

    /**
     * One step of the handling.
     *
     * @param at when
     * @param by login of the officer
     * @param state into which state
     * @param text what the officer wrote
     */
    public record Note(Instant at, String by, AlertState state, String text) {}
}
