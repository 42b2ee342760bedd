package vn.lienthong.core.statement;

import java.util.Optional;
import java.util.UUID;
import vn.lienthong.core.value.CanonicalUuid;

/**
 * The identity of one statement: a time-ordered UUID (RFC 9562, version 7).
 *
 * @param value of version 7
 */
public record StatementId(UUID value) implements Comparable<StatementId> {

    /** Refuses identifiers of another version. */
    public StatementId {
        CanonicalUuid.requireTimeOrdered(value);
    }

    /** Reads the canonical lower-case form; anything else is nothing. */
    public static Optional<StatementId> parse(String text) {
        return CanonicalUuid.parseTimeOrdered(text).map(StatementId::new);
    }

    @Override
    public int compareTo(StatementId other) {
        return CanonicalUuid.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
