package vn.lienthong.node.incoming.internal.record;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A unit or a person of an agency, to whom documents are given.
 *
 * @param unit key of the unit; 0 for a person
 * @param login of the person; empty for a unit
 * @param name as people know it
 */
public record Party(long unit, String login, String name) {

    /** A unit. */
    public static Party unit(long id, String name) {
        return new Party(id, "", name);
    }

    /** A person. */
    public static Party person(String login, String name) {
        return new Party(0, login, name);
    }

    /** Returns what forms send: {@code u-12} or {@code p-login}. */
    public String value() {
        return unit > 0 ? "u-" + unit : "p-" + login;
    }

    /** Finds a party among those that may be chosen by what the form sent. */
    public static Optional<Party> of(@Nullable String value, Iterable<Party> known) {
        for (Party party : known) {
            if (party.value().equals(value)) {
                return Optional.of(party);
            }
        }
        return Optional.empty();
    }
}
