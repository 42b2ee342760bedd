package vn.lienthong.node.directory.internal.publication;

/** Hears of each publication in the transaction that stores it. */
@FunctionalInterface
public interface TakenListener {

    /** A publication is being stored; what is written now is durable together with it. */
    void taken(Taken taken);
}
