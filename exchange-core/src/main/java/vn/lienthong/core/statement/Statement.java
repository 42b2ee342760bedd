package vn.lienthong.core.statement;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.delivery.BusinessStatus.Known;
import vn.lienthong.core.value.Timestamps;

/**
 * What one agency states to another about a parcel between them. Its encoded octets are what is signed and logged.
 *
 * @param id identity of the statement
 * @param subject about which parcel, by whom, to whom
 * @param kind what it is about
 * @param at when, by the clock of the author's node
 * @param status the code; on statuses, recall requests and answers, and only there
 * @param words why; required on 02, 13, 16 and on corrections
 * @param actor who speaks for the agency; null when the agency does not say
 * @param detail what some kinds carry besides
 */
public record Statement(
        StatementId id,
        StatementSubject subject,
        StatementKind kind,
        Instant at,
        @Nullable Known status,
        StatementWords words,
        @Nullable StatementActor actor,
        StatementDetail detail) {

    /** The version of the structure. */
    public static final int VERSION = 1;

    /** The longest statement in octets. */
    public static final int MAX_OCTETS = 16 << 10;

    /** Checks that the kind has what it needs and nothing else. */
    public Statement {
        at = Timestamps.millis(at);
        check(kind, status, words, detail);
        if (subject.from().equals(subject.to())) {
            throw new IllegalArgumentException("an agency does not speak to itself");
        }
        if (id.equals(detail.answers())) {
            throw new IllegalArgumentException("a statement does not answer itself");
        }
        if (subject.parcelId().equals(detail.other())) {
            throw new IllegalArgumentException("a parcel does not replace itself");
        }
    }

    /**
     * Checks what depends on the kind.
     *
     * @throws IllegalArgumentException when something is missing or does not belong there; the message names the rule
     */
    public static void check(StatementKind kind, @Nullable Known status, StatementWords words, StatementDetail detail) {
        require(status == null ? !kind.hasStatus() : kind.allows(status), "the status does not belong to the kind");
        require(kind.answersSomething() == (detail.answers() != null), "answers, and only they, name what they answer");
        require(kind.namesParcel() == (detail.other() != null), "replacements and corrections name the other parcel");
        require((kind == StatementKind.UPDATE) == !detail.changes().isEmpty(), "updates, and only they, tell changes");
        boolean registered = !detail.arrivalNumber().isEmpty() || detail.dueDate() != null;
        require(!registered || mayBeRegistered(kind, status), "a number belongs to statuses from 03 on");
        require(!needsWords(kind, status) || !words.isEmpty(), "the reason is missing");
    }

    private static boolean mayBeRegistered(StatementKind kind, @Nullable Known status) {
        return kind == StatementKind.STATUS && status != Known.ARRIVED && status != Known.REFUSED;
    }

    private static boolean needsWords(StatementKind kind, @Nullable Known status) {
        return (status != null && status.needsReason()) || kind == StatementKind.CORRECTION;
    }

    private static void require(boolean rule, String message) {
        if (!rule) {
            throw new IllegalArgumentException(message);
        }
    }
}
