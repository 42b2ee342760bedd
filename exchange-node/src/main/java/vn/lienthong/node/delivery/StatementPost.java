package vn.lienthong.node.delivery;

import java.util.Collection;
import java.util.Map;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.statement.StatementId;

/** Carries statements that are kept in the table {@code statement} to other nodes. */
public interface StatementPost {

    /**
     * Queues a statement for a node, in the caller's transaction; it leaves as soon as that has committed, and again and again until
     * the node has answered.
     *
     * @throws org.springframework.transaction.IllegalTransactionStateException when there is no transaction
     */
    void queue(StatementId statement, NodeId target);

    /** How far statements have come; those that had no way to go are missing. */
    Map<StatementId, Progress> progress(Collection<StatementId> statements);

    /** How far a statement has come. */
    enum Progress {
        /** Not answered yet. */
        WAITING,
        /** The other node has it. */
        DELIVERED,
        /** The other node will not take it. */
        REFUSED
    }
}
