package vn.lienthong.core.evidence;

import vn.lienthong.core.value.Sha256;

/**
 * The state of the directory by which an issuer judged keys: the last publication that it had taken, and the head of the
 * directory's log behind it. With it anybody can later prove from the log which keys were listed.
 *
 * @param sequence number of the last publication
 * @param size entries of the directory's log up to the end of that publication
 * @param root of the tree over them
 */
public record DirectoryHead(long sequence, long size, Sha256 root) {

    /** The largest size. */
    public static final long MAX_SIZE = 1L << 52;

    /** Checks the ranges. */
    public DirectoryHead {
        if (sequence < 1 || size < 1 || size > MAX_SIZE) {
            throw new IllegalArgumentException("a state of the directory has a publication and an entry");
        }
    }
}
