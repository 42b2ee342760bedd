package vn.lienthong.node.directory.internal.server;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.core.directory.DirectoryChange.NodePut;
import vn.lienthong.core.directory.DirectorySnapshot;
import vn.lienthong.core.directory.NodeEntry;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.Timestamps;
import vn.lienthong.node.audit.AuditTrail;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.audit.EventObject;
import vn.lienthong.node.audit.SecurityEvent;
import vn.lienthong.node.directory.internal.server.ApprovalTable.Proposal;
import vn.lienthong.node.directory.internal.server.PublicationLog.Draft;
import vn.lienthong.node.gateway.ProblemException;

/**
 * Approves nodes for state secrets. Raising needs two: whoever holds a key of the administration proposes, a person who watches over the
 * directory confirms. Lowering is done by the first of them and takes hold at once.
 */
final class NodeApprovals {

    private static final Duration VALIDITY = Duration.ofDays(7);

    private final PublicationLog log;
    private final ApprovalTable table;
    private final AuditTrail trail;
    private final TransactionTemplate transactions;
    private final TimeOrderedIds ids;
    private final InstantSource clock;

    NodeApprovals(
            PublicationLog log,
            ApprovalTable table,
            AuditTrail trail,
            TransactionTemplate transactions,
            TimeOrderedIds ids,
            InstantSource clock) {
        this.log = log;
        this.table = table;
        this.trail = trail;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What came of a wish.
     *
     * @param proposalId what somebody else has to confirm; null when it is published already
     * @param sequence the publication that says so; 0 while it waits
     */
    record Wished(@Nullable UUID proposalId, long sequence) {}

    /** Proposes a higher level, or lowers it at once. */
    Wished wish(NodeId node, Secrecy level, String reason, String by) {
        return log.append((current, now) -> {
            NodePut listed = listed(current, node, now);
            if (listed.approvedFor() == level) {
                throw new ProblemException(ErrorCode.DIRECTORY_CONFLICT);
            }
            if (listed.approvedFor().covers(level)) {
                record(node, level, reason, "lowered");
                return Draft.of(approved(listed, level), sequence -> new Wished(null, sequence));
            }
            Instant at = Timestamps.millis(now);
            Proposal proposal = new Proposal(ids.next(), node, level, reason, by, at, at.plus(VALIDITY));
            table.insert(proposal);
            record(node, level, reason, "proposed");
            return new Draft<>(List.of(), _ -> new Wished(proposal.id(), 0));
        });
    }

    /** What waits for a second person, oldest first. */
    List<Proposal> open() {
        return table.open(clock.instant());
    }

    /** Up to which level a node may handle state secrets now. */
    Secrecy present(NodeId node) {
        return log.current().node(node).map(entry -> entry.node().approvedFor()).orElse(Secrecy.ORDINARY);
    }

    /** Publishes a proposal; false when it is not open any more. */
    boolean confirm(UUID id, String by) {
        return log.append((current, now) -> {
            Optional<Proposal> open = table.lock(id, now);
            if (open.isEmpty()) {
                return new Draft<>(List.of(), _ -> false);
            }
            Proposal proposal = open.get();
            NodePut listed = listed(current, proposal.node(), now);
            record(proposal.node(), proposal.level(), proposal.reason(), "confirmed");
            table.decide(id, "APPROVED", by, now, 0);
            return Draft.of(approved(listed, proposal.level()), _ -> true);
        });
    }

    /** Turns a proposal down; false when it is not open any more. */
    boolean reject(UUID id, String by) {
        Instant now = clock.instant();
        return Boolean.TRUE.equals(transactions.execute(_ -> {
            Optional<Proposal> open = table.lock(id, now);
            open.ifPresent(proposal -> {
                record(proposal.node(), proposal.level(), proposal.reason(), "rejected");
                table.decide(id, "REJECTED", by, now, 0);
            });
            return open.isPresent();
        }));
    }

    private void record(NodeId node, Secrecy level, String reason, String step) {
        trail.record(SecurityEvent.of(EventKind.NODE_APPROVE)
                .on(EventObject.of(EventObject.Kind.NODE, node))
                .with("level", level.name())
                .with("step", step)
                .withPrivate("reason", reason));
    }

    private static NodePut listed(DirectorySnapshot current, NodeId node, Instant now) {
        return current.node(node)
                .filter(entry -> !node.equals(NodeRegistration.DIRECTORY) && !entry.isRevokedAt(now))
                .map(NodeEntry::node)
                .orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND));
    }

    private static NodePut approved(NodePut listed, Secrecy level) {
        return new NodePut(
                listed.id(),
                listed.name(),
                listed.exchangeUrl(),
                listed.tlsCertificate(),
                listed.signingCertificate(),
                listed.reachability(),
                listed.status(),
                level);
    }
}
