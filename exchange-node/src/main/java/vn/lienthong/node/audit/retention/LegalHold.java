package vn.lienthong.node.audit.retention;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A hold: private parts of these events are not erased as long as it stands.
 *
 * @param id names it
 * @param terms which events
 * @param reason why
 * @param setBy login of the officer
 * @param setAt when
 * @param releasedBy login of the officer who released it, or null
 * @param releasedAt when, or null
 */
public record LegalHold(
        UUID id,
        HoldTerms terms,
        String reason,
        String setBy,
        Instant setAt,
        @Nullable String releasedBy,
        @Nullable Instant releasedAt) {

    /** Whether it stands. */
    public boolean active() {
        return releasedAt == null;
    }
}
