package vn.lienthong.core.evidence;

import java.util.Optional;
import java.util.UUID;
import vn.lienthong.core.value.CanonicalUuid;

/**
 * The identity of one evidence: a time-ordered UUID (RFC 9562, version 7).
 *
 * @param value of version 7
 */
public record EvidenceId(UUID value) implements Comparable<EvidenceId> {

    /** Refuses identifiers of another version. */
    public EvidenceId {
        CanonicalUuid.requireTimeOrdered(value);
    }

    /** Reads the canonical lower-case form; anything else is nothing. */
    public static Optional<EvidenceId> parse(String text) {
        return CanonicalUuid.parseTimeOrdered(text).map(EvidenceId::new);
    }

    @Override
    public int compareTo(EvidenceId other) {
        return CanonicalUuid.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
