package vn.lienthong.node.incoming;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where a document that arrived stands, and what may be done with it there. */
public enum IncomingState {
    /** Lies here, verified; nobody has taken it. */
    ARRIVED,
    /** Refused; the sender knows why. */
    REFUSED,
    /** Taken by a program of the agency; not worked on here. */
    TAKEN_BY_SYSTEM,
    /** Accepted, without a number yet. */
    ACCEPTED,
    /** Has its number in the register: from now on it binds (Decree 30/2020, Article 22.1). */
    REGISTERED,
    /** Lies before a leader. */
    SUBMITTED,
    /** Given to those who are to handle it. */
    ASSIGNED,
    /** They have begun. */
    IN_PROGRESS,
    /** They are done. */
    DONE,
    /** Put away in its file. */
    FILED,
    /** The sender took it back with the agency's consent; what is known about it stays. */
    RECALLED;

    private static final Map<IncomingState, Map<IncomingAct, IncomingState>> MOVES = Map.of(
            ARRIVED,
            Map.of(
                    IncomingAct.ACCEPT, ACCEPTED,
                    IncomingAct.REFUSE, REFUSED,
                    IncomingAct.HAND_OVER, TAKEN_BY_SYSTEM,
                    IncomingAct.RECALL, RECALLED),
            TAKEN_BY_SYSTEM,
            Map.of(IncomingAct.RECALL, RECALLED),
            ACCEPTED,
            Map.of(IncomingAct.REGISTER, REGISTERED, IncomingAct.RECALL, RECALLED),
            REGISTERED,
            Map.of(
                    IncomingAct.SUBMIT, SUBMITTED,
                    IncomingAct.ASSIGN, ASSIGNED,
                    IncomingAct.FILE, FILED,
                    IncomingAct.RECALL, RECALLED),
            SUBMITTED,
            Map.of(
                    IncomingAct.ASSIGN, ASSIGNED,
                    IncomingAct.RETURN, REGISTERED,
                    IncomingAct.FILE, FILED,
                    IncomingAct.RECALL, RECALLED),
            ASSIGNED,
            Map.of(
                    IncomingAct.ASSIGN, ASSIGNED,
                    IncomingAct.START, IN_PROGRESS,
                    IncomingAct.COMPLETE, DONE,
                    IncomingAct.RECALL, RECALLED),
            IN_PROGRESS,
            Map.of(
                    IncomingAct.ASSIGN, ASSIGNED,
                    IncomingAct.COMPLETE, DONE,
                    IncomingAct.RECALL, RECALLED),
            DONE,
            Map.of(IncomingAct.FILE, FILED, IncomingAct.ASSIGN, ASSIGNED, IncomingAct.RECALL, RECALLED),
            FILED,
            Map.of(IncomingAct.UNFILE, DONE, IncomingAct.RECALL, RECALLED));

    /** Returns the state after the act; empty when it cannot be done here. Taking out of a folder leads back to where it stood. */
    public Optional<IncomingState> after(IncomingAct act) {
        return Optional.ofNullable(MOVES.getOrDefault(this, Map.of()).get(act));
    }

    /** Returns whether the act can be done here. */
    public boolean allows(IncomingAct act) {
        return after(act).isPresent();
    }

    /** Returns whether nothing more is to be done. */
    public boolean isEnd() {
        return this == REFUSED || this == TAKEN_BY_SYSTEM || this == FILED || this == RECALLED;
    }

    /** Returns the end of the key of its words, for example {@code in-progress}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns how it is marked beside the words; never by colour alone. */
    public String mark() {
        return switch (this) {
            case ARRIVED -> "warning";
            case REFUSED, RECALLED -> "failed";
            case TAKEN_BY_SYSTEM, FILED -> "quiet";
            case ACCEPTED, REGISTERED, SUBMITTED, ASSIGNED, IN_PROGRESS -> "moving";
            case DONE -> "done";
        };
    }
}
