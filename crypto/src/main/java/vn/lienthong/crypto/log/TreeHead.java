package vn.lienthong.crypto.log;

/**
 * What a tree is: how many leaves, and their root.
 *
 * @param size number of leaves, not negative
 * @param root RFC 6962 tree hash over them
 */
public record TreeHead(long size, MerkleHash root) {

    /** Refuses a negative size. */
    public TreeHead {
        if (size < 0) {
            throw new IllegalArgumentException("a tree of negative size");
        }
    }

    /** Returns the head of the tree without leaves; also what a witness knows of a log that it never saw. */
    public static TreeHead empty() {
        return new TreeHead(0, MerkleHash.emptyRoot());
    }
}
