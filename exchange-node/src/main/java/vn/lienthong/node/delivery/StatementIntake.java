package vn.lienthong.node.delivery;

import java.util.List;
import java.util.Optional;
import vn.lienthong.core.delivery.EvidenceAnswer;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.statement.SignedStatement;

/** Checks and keeps statements that other nodes bring. */
public interface StatementIntake {

    /**
     * Takes a batch.
     *
     * @return one answer per statement, in their order; empty when one is not even the form of a statement, and nothing is taken
     */
    Optional<List<EvidenceAnswer>> take(NodeId from, List<SignedStatement> batch);
}
