package vn.lienthong.node.log;

import java.time.Instant;
import java.util.Optional;
import vn.lienthong.core.value.Octets;

/** Time-stamps (RFC 3161) of a third party over checkpoints with their quorum. They come when the authority can be reached. */
public interface LogTimestamps {

    /** The earliest time-stamped checkpoint that covers the entry; empty as long as there is none. */
    Optional<Stamped> covering(LogPosition position);

    /**
     * A time-stamped checkpoint.
     *
     * @param size of the checkpoint
     * @param note the checkpoint, a signed note; the token is about the SHA-256 of these octets
     * @param token the time-stamp token (DER)
     * @param stampedAt when it was obtained; the token says the time that counts
     */
    record Stamped(long size, Octets note, Octets token, Instant stampedAt) {}
}
