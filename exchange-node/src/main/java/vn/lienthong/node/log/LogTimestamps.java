package vn.lienthong.node.log;

import java.time.Instant;
import java.util.Optional;
import vn.lienthong.core.value.Octets;

/** Time-stamps (RFC 3161) of a third party over checkpoints with their quorum. They come when the authority can be reached. */
public interface LogTimestamps {

    /** The earliest time-stamped checkpoint that covers the entry; empty as long as there is none. */
    Optional<Stamped> covering(LogPosition position);

    /**
     * The proof that an entry stands in the earliest time-stamped checkpoint that covers it, with the token; empty as long as
     * there is none.
     *
     * @param origin of the log of events in which it stands, that of today or a closed one
     * @param index its place
     */
    Optional<StampedProof> proof(String origin, long index);

    /**
     * What proves that an entry existed before the time in a token.
     *
     * @param logProof inclusion in the time-stamped checkpoint ({@code .tlog-proof}); the token is about the SHA-256 of its
     *     checkpoint
     * @param token the time-stamp token (DER)
     */
    record StampedProof(Octets logProof, Octets token) {}

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
