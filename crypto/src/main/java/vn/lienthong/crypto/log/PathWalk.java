package vn.lienthong.crypto.log;

/** Climbs from a node to the root along the hashes of a proof (RFC 9162 §2.1.3.2 and §2.1.4.2). */
final class PathWalk {

    private long node;
    private long last;

    PathWalk(long node, long last) {
        this.node = node;
        this.last = last;
    }

    /** Climbs without a hash while the node is a right child: such a node is the root of a full subtree. */
    void skipRightChildren() {
        while ((node & 1) == 1) {
            node >>= 1;
            last >>= 1;
        }
    }

    boolean isAtRoot() {
        return last == 0;
    }

    /** Tells whether the next hash of the proof stands to the left. */
    boolean isRightOf() {
        return (node & 1) == 1 || node == last;
    }

    void up() {
        if (isRightOf()) {
            // the last node of a level may have no sibling on several levels
            while ((node & 1) == 0 && node != 0) {
                node >>= 1;
                last >>= 1;
            }
        }
        node >>= 1;
        last >>= 1;
    }
}
