package vn.lienthong.node.protection;

/**
 * Moves the secrets of one purpose to its present key; a bean per table. After a rotation it is called in the background, in small
 * batches, while the node works, in each process that works on the database; when it says that nothing is left, the older keys are
 * destroyed after a while.
 */
public interface Resealing {

    /** The purpose whose secrets these are. Several beans may serve one purpose. */
    String purpose();

    /**
     * Seals some secrets anew that lie under an older key, in a transaction of its own: read, open, seal, write where the row still
     * holds what was read.
     *
     * @param limit how many at most
     * @return how many were moved; 0 says that none is left under an older key
     */
    int resealSome(int limit);
}
