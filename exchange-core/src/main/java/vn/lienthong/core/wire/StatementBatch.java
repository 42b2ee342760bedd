package vn.lienthong.core.wire;

import java.util.List;
import vn.lienthong.core.statement.SignedStatement;

/**
 * Statements of agencies on their way to another node.
 *
 * @param statements at most 256
 */
public record StatementBatch(List<SignedStatement> statements) {

    /** The most statements in one batch. */
    public static final int MAX_STATEMENTS = EvidenceBatch.MAX_EVIDENCES;

    /** Bounds the number. */
    public StatementBatch {
        statements = List.copyOf(statements);
        if (statements.size() > MAX_STATEMENTS) {
            throw new IllegalArgumentException("a batch has at most 256 statements");
        }
    }
}
