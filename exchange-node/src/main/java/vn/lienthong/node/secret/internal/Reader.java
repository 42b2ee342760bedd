package vn.lienthong.node.secret.internal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.value.Octets;
import vn.lienthong.node.identity.LoginName;

/**
 * Somebody who knows of a document, or knew.
 *
 * @param login who
 * @param part 0 holds the whole share, 1 and 2 a half of it
 * @param sealed the share; null when lost or destroyed
 * @param since when
 * @param addedBy by whom; null at the arrival
 * @param reason why; empty at the arrival
 * @param endedAt when it ended; null while it holds
 */
record Reader(
        LoginName login,
        int part,
        @Nullable Octets sealed,
        Instant since,
        @Nullable LoginName addedBy,
        String reason,
        @Nullable Instant endedAt) {

    static final int WHOLE = 0;
    static final int FIRST = 1;
    static final int SECOND = 2;

    int otherPart() {
        return part == FIRST ? SECOND : FIRST;
    }
}
