package vn.lienthong.node.directory.internal.server;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.node.database.Columns;

/** Proposals to approve nodes for state secrets, as the directory keeps them. */
final class ApprovalTable {

    private static final String COLUMNS =
            "select proposal_id, node_id, secrecy, reason, proposed_by, proposed_at, expires_at from node_approval ";

    private final JdbcClient database;

    ApprovalTable(JdbcClient database) {
        this.database = database;
    }

    /**
     * A proposal that waits.
     *
     * @param id its identity
     * @param node which node
     * @param level the highest level that it may handle
     * @param reason why, in words
     * @param proposedBy key of the proposer
     * @param proposedAt when
     * @param expiresAt when it is void
     */
    public record Proposal(
            UUID id,
            NodeId node,
            Secrecy level,
            String reason,
            String proposedBy,
            Instant proposedAt,
            Instant expiresAt) {}

    void insert(Proposal proposal) {
        int replaced = database.sql("update node_approval set outcome = 'REPLACED', decided_at = ? where node_id = ?"
                        + " and outcome is null")
                .params(Columns.of(proposal.proposedAt()), proposal.node().value())
                .update();
        int rows = database.sql("insert into node_approval (proposal_id, node_id, secrecy, reason, proposed_by,"
                        + " proposed_at, expires_at) values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        Columns.octets(proposal.id()),
                        proposal.node().value(),
                        level(proposal.level()),
                        proposal.reason(),
                        proposal.proposedBy(),
                        Columns.of(proposal.proposedAt()),
                        Columns.of(proposal.expiresAt()))
                .update();
        if (rows != 1) {
            throw new IllegalStateException("one proposal, one row; replaced " + replaced);
        }
    }

    /** An open proposal; nobody else decides about it for the rest of the transaction. */
    Optional<Proposal> lock(UUID id, Instant now) {
        return database.sql(COLUMNS + "where proposal_id = ? and outcome is null and expires_at > ? for update")
                .params(Columns.octets(id), Columns.of(now))
                .query((row, _) -> proposal(row))
                .optional();
    }

    List<Proposal> open(Instant now) {
        return database.sql(COLUMNS + "where outcome is null and expires_at > ? order by proposed_at")
                .param(Columns.of(now))
                .query((row, _) -> proposal(row))
                .list();
    }

    void decide(UUID id, String outcome, String by, Instant now, long sequence) {
        int rows = database.sql("update node_approval set outcome = ?, decided_by = ?, decided_at = ?, sequence ="
                        + " nullif(?, 0) where proposal_id = ? and outcome is null")
                .params(outcome, by, Columns.of(now), sequence, Columns.octets(id))
                .update();
        if (rows != 1) {
            throw new IllegalStateException("a proposal is decided once");
        }
    }

    private static Proposal proposal(ResultSet row) throws SQLException {
        return new Proposal(
                Columns.uuid(row.getBytes("proposal_id")),
                new NodeId(row.getString("node_id")),
                secrecy(row.getInt("secrecy")),
                row.getString("reason"),
                row.getString("proposed_by"),
                Columns.instant(row, "proposed_at"),
                Columns.instant(row, "expires_at"));
    }

    private static int level(Secrecy secrecy) {
        return switch (secrecy) {
            case ORDINARY -> 0;
            case CONFIDENTIAL -> 1;
            case SECRET -> 2;
            case TOP_SECRET -> 3;
        };
    }

    private static Secrecy secrecy(int level) {
        return switch (level) {
            case 0 -> Secrecy.ORDINARY;
            case 1 -> Secrecy.CONFIDENTIAL;
            case 2 -> Secrecy.SECRET;
            default -> Secrecy.TOP_SECRET;
        };
    }
}
