package vn.lienthong.core.directory;

import java.time.Instant;
import java.util.List;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.core.value.Timestamps;

/**
 * A numbered, chained set of changes.
 *
 * @param sequence from 1, without gap
 * @param previousSha256 digest of the octets of the publication before; 64 zeros in the first
 * @param publishedAt when
 * @param changes in their order, 0 to 4096; none at all is a sign of life
 */
public record Publication(long sequence, Sha256 previousSha256, Instant publishedAt, List<DirectoryChange> changes) {

    /** The version of the structure. */
    public static final int VERSION = 1;

    /** The most changes. */
    public static final int MAX_CHANGES = 4096;

    /** The longest publication in octets. */
    public static final int MAX_OCTETS = 8 << 20;

    /** The largest number. */
    public static final long MAX_SEQUENCE = 1L << 50;

    /** What stands in the first publication for the digest of the one before. */
    public static final Sha256 NOTHING_BEFORE = new Sha256(0, 0, 0, 0);

    /** Checks the ranges. */
    public Publication {
        publishedAt = Timestamps.millis(publishedAt);
        changes = List.copyOf(changes);
        if (sequence < 1 || sequence > MAX_SEQUENCE) {
            throw new IllegalArgumentException("publications are numbered from 1");
        }
        if (changes.size() > MAX_CHANGES) {
            throw new IllegalArgumentException("a publication has at most 4096 changes");
        }
        if ((sequence == 1) != previousSha256.equals(NOTHING_BEFORE)) {
            throw new IllegalArgumentException("the first publication, and only it, follows nothing");
        }
    }
}
