package vn.lienthong.node.delivery.internal.evidencing;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.lienthong.core.evidence.EvidenceId;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.Octets;
import vn.lienthong.node.delivery.internal.rows.OwedReceipts;
import vn.lienthong.node.delivery.internal.rows.ShortTransactions;
import vn.lienthong.node.delivery.internal.rows.UtcMillis;
import vn.lienthong.node.platform.InNodeRole;

/**
 * The queues of evidence, of its receipts, and of statements: the rows are the queue.
 *
 * <p>Guarantees: of several claimers each row goes to one, until its lease ends; what a claimer left behind is claimed again.
 */
@Component
@InNodeRole
class EvidenceClaims {

    /** How long a claim holds: longer than any request may take. */
    static final Duration LEASE = Duration.ofMinutes(2);

    private static final String NOBODY = "-";

    private final EntityManager entities;
    private final ShortTransactions transactions;

    EvidenceClaims(EntityManager entities, ShortTransactions transactions) {
        this.entities = entities;
        this.transactions = transactions;
    }

    /** What is to be sent; a row goes from one to the next. */
    enum Stage {
        /** The evidence itself. */
        EVIDENCE("evidence", 0),
        /** Its receipt, which the log gives later. */
        RECEIPT("evidence", 2),
        /** A statement of an agency; there is nothing after it. */
        STATEMENT("statement", 0);

        private final String content;
        private final int waiting;

        Stage(String content, int waiting) {
            this.content = content;
            this.waiting = waiting;
        }

        private String table() {
            return content + "_shipment";
        }

        private String key() {
            return content + "_id";
        }

        /** Changes claimed rows and gives them free. */
        private String release(String change) {
            return "update " + table() + " set owner = null, lease_until = null, " + change
                    + " where state = :claimed and " + key() + " in (:ids)";
        }

        private String columns() {
            return "select s." + key() + " as id, s.target_node as target, s.attempts as attempts, e.octets as octets,"
                    + " e.signature as signature from " + table() + " s join " + content + " e on e." + key() + " = s."
                    + key();
        }

        private int claimed() {
            return waiting + 1;
        }

        private int after() {
            return waiting + 2;
        }
    }

    /**
     * One evidence or statement to be sent; both are named and answered alike.
     *
     * @param id which
     * @param target to whom
     * @param attempts how often it was tried in vain
     * @param octets what is signed
     * @param signature of its author
     */
    record Claimed(EvidenceId id, NodeId target, int attempts, Octets octets, Octets signature) {}

    /** Claims what is due, oldest first, except for these nodes. */
    List<Claimed> claim(Stage stage, String owner, Instant now, Set<NodeId> except, int limit) {
        return transactions.call(() -> {
            List<byte[]> ids = due(stage, now, except, limit);
            return ids.isEmpty() ? List.of() : take(stage, owner, now, ids);
        });
    }

    /** Two questions, each answered by walking an index: one with an "or" would lock rows that it does not take. */
    private List<byte[]> due(Stage stage, Instant now, Set<NodeId> except, int limit) {
        List<byte[]> waiting =
                due(stage, "state = " + stage.waiting + " and next_attempt_at <= :now", now, except, limit);
        if (waiting.size() == limit) {
            return waiting;
        }
        List<byte[]> all = new ArrayList<>(waiting);
        all.addAll(due(
                stage, "state = " + stage.claimed() + " and lease_until <= :now", now, except, limit - waiting.size()));
        return all;
    }

    private List<byte[]> due(Stage stage, String condition, Instant now, Set<NodeId> except, int limit) {
        Query query = entities.createNativeQuery(
                "select " + stage.key() + " from " + stage.table() + " where " + condition
                        + " and target_node not in (:except) order by next_attempt_at limit :limit"
                        + " for update skip locked",
                byte[].class);
        query.setParameter("now", UtcMillis.column(now));
        query.setParameter("except", names(except));
        query.setParameter("limit", limit);
        return ((List<?>) query.getResultList())
                .stream().map(row -> (byte[]) row).toList();
    }

    private List<Claimed> take(Stage stage, String owner, Instant now, List<byte[]> ids) {
        entities.createNativeQuery("update " + stage.table() + " set state = :claimed, owner = :owner,"
                        + " lease_until = :until where " + stage.key() + " in (:ids)")
                .setParameter("claimed", stage.claimed())
                .setParameter("owner", owner)
                .setParameter("until", UtcMillis.column(now.plus(LEASE)))
                .setParameter("ids", ids)
                .executeUpdate();
        Query query = entities.createNativeQuery(
                stage.columns() + " where s." + stage.key() + " in (:ids) order by s." + stage.key(), Tuple.class);
        List<?> rows = query.setParameter("ids", ids).getResultList();
        return rows.stream().map(row -> claimed((Tuple) row)).toList();
    }

    private static Claimed claimed(Tuple row) {
        ByteBuffer id = ByteBuffer.wrap(row.get("id", byte[].class));
        return new Claimed(
                new EvidenceId(new UUID(id.getLong(), id.getLong())),
                new NodeId(row.get("target", String.class)),
                ((Number) row.get("attempts")).intValue(),
                Octets.of(row.get("octets", byte[].class)),
                Octets.of(row.get("signature", byte[].class)));
    }

    /** Takes back at once what this installation had claimed before it was killed. */
    int takeBack(String owner) {
        return transactions.call(
                () -> takeBack(Stage.EVIDENCE.table(), owner) + takeBack(Stage.STATEMENT.table(), owner));
    }

    private int takeBack(String table, String owner) {
        return entities.createNativeQuery("update " + table + " set state = state - 1, owner = null, lease_until = null"
                        + " where state in (1, 3) and owner = :owner")
                .setParameter("owner", owner)
                .executeUpdate();
    }

    /** The other node will never take it: neither will it take a receipt of it. */
    void over(Stage stage, Collection<Claimed> claimed) {
        if (!claimed.isEmpty()) {
            transactions.run(() -> entities.createNativeQuery(stage.release("state = :over"))
                    .setParameter("over", Stage.RECEIPT.after())
                    .setParameter("claimed", stage.claimed())
                    .setParameter("ids", octets(claimed))
                    .executeUpdate());
        }
    }

    /** The other node has it: on to the next stage. */
    void done(Stage stage, Collection<Claimed> claimed, Instant now) {
        if (!claimed.isEmpty()) {
            transactions.run(() -> entities.createNativeQuery(
                            stage.release("state = :after, attempts = 0, next_attempt_at = :now"))
                    .setParameter("after", stage.after())
                    .setParameter("now", UtcMillis.column(now.plus(OwedReceipts.USUAL_WAIT)))
                    .setParameter("claimed", stage.claimed())
                    .setParameter("ids", octets(claimed))
                    .executeUpdate());
        }
    }

    /** To be tried again. */
    void again(Stage stage, Collection<Claimed> claimed, Instant at) {
        if (claimed.isEmpty()) {
            return;
        }
        transactions.run(() -> entities.createNativeQuery(
                        stage.release("state = :waiting, attempts = attempts + 1, next_attempt_at = :at"))
                .setParameter("waiting", stage.waiting)
                .setParameter("claimed", stage.claimed())
                .setParameter("at", UtcMillis.column(at))
                .setParameter("ids", octets(claimed))
                .executeUpdate());
    }

    private static List<byte[]> octets(Collection<Claimed> claimed) {
        return claimed.stream()
                .map(one -> ByteBuffer.allocate(2 * Long.BYTES)
                        .putLong(one.id().value().getMostSignificantBits())
                        .putLong(one.id().value().getLeastSignificantBits())
                        .array())
                .toList();
    }

    /** No node has the name of nobody: an empty list is not SQL. */
    private static List<String> names(Set<NodeId> nodes) {
        return nodes.isEmpty()
                ? List.of(NOBODY)
                : nodes.stream().map(NodeId::value).toList();
    }
}
