package vn.lienthong.node.people.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.Role;

/**
 * A campaign in which somebody looks through who holds which right.
 *
 * @param id its number
 * @param title what it is called
 * @param place the agency it is about, or null for the whole node
 * @param dueOn until when it should be closed
 * @param openedBy who began it
 * @param openedAt when
 * @param closedBy who closed it, or null
 * @param closedAt when, or null
 * @param progress how far it has come
 */
record Review(
        long id,
        String title,
        @Nullable AgencyCode place,
        LocalDate dueOn,
        LoginName openedBy,
        Instant openedAt,
        @Nullable LoginName closedBy,
        @Nullable Instant closedAt,
        Progress progress) {

    /** Whether decisions can still be made. */
    public boolean isOpen() {
        return closedAt == null;
    }

    /**
     * How far it has come.
     *
     * @param all rights to look at
     * @param decided kept or taken away
     * @param asked questions that are not answered yet
     */
    record Progress(int all, int decided, int asked) {
        /** Whether nothing is open any more. */
        public boolean isComplete() {
            return decided == all;
        }
    }

    /** What is decided about a right. */
    enum Decision {
        KEEP,
        TAKE,
        ASK;

        static Optional<Decision> of(@Nullable String name) {
            for (Decision one : values()) {
                if (one.name().equals(name)) {
                    return Optional.of(one);
                }
            }
            return Optional.empty();
        }
    }

    /**
     * One right of one account.
     *
     * @param id its number
     * @param login whose
     * @param name shown to others
     * @param role which role
     * @param place for which agency, or null for the whole node
     * @param usedAt when the person signed in last, or null
     * @param weight 3 toxic, 2 dormant, 1 strong, 0 the rest
     * @param answer what was decided
     */
    record Item(
            long id,
            LoginName login,
            String name,
            Role role,
            @Nullable AgencyCode place,
            @Nullable Instant usedAt,
            int weight,
            Answer answer) {}

    /**
     * What was decided about a right.
     *
     * @param decision what, or null when nothing was
     * @param note why, or what is asked; may be empty
     * @param by who decided, or null
     * @param outcome what came of it at the end, or null
     */
    record Answer(
            @Nullable Decision decision,
            String note,
            @Nullable LoginName by,
            @Nullable String outcome) {}
}
