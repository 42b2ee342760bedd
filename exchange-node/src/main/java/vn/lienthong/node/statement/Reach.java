package vn.lienthong.node.statement;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.lienthong.node.delivery.ParcelParties;

/**
 * How far a document has got at one recipient, as its sender may know it.
 *
 * @param sent the delivery
 * @param name the recipient's name in the directory; the code when it is no longer listed
 * @param takenAt when the recipient took the content over, by evidence; null when it has not
 * @param standing what was stated; null when nothing was
 */
public record Reach(
        ParcelParties.Sent sent,
        String name,
        @Nullable Instant takenAt,
        @Nullable Standing standing) {}
