package vn.lienthong.node.secret;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the package says about its release, checked: two persons signed one statement, and the statement is about these very files.
 *
 * @param verdict what the check found
 * @param composer name of the first person; empty when nothing holds
 * @param releaser name of the second person; empty when nothing holds
 * @param composedAt when the first signed
 * @param releasedAt when the second signed
 */
public record ReleaseProof(
        Verdict verdict,
        String composer,
        String releaser,
        @Nullable Instant composedAt,
        @Nullable Instant releasedAt) {

    /** What was found. */
    public enum Verdict {
        /** Two different persons signed, and everything fits. */
        TWO_PERSONS,
        /** The package has no approvals. */
        MISSING,
        /** The approvals do not hold, or are about something else. */
        INVALID,
        /** It was not opened yet. */
        NOT_CHECKED
    }
}
