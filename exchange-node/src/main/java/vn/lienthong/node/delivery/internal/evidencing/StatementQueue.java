package vn.lienthong.node.delivery.internal.evidencing;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.statement.StatementId;
import vn.lienthong.core.value.Timestamps;
import vn.lienthong.node.delivery.StatementPost;
import vn.lienthong.node.delivery.internal.rows.UtcMillis;
import vn.lienthong.node.platform.InNodeRole;

/** Statements that wait for the couriers: the rows are the queue. */
@Component
@InNodeRole
class StatementQueue implements StatementPost {

    private static final int DELIVERED = 2;
    private static final int REFUSED = 4;

    private final EntityManager entities;
    private final EvidenceSignal signal;
    private final InstantSource clock;

    StatementQueue(EntityManager entities, EvidenceSignal signal, InstantSource clock) {
        this.entities = entities;
        this.signal = signal;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void queue(StatementId statement, NodeId target) {
        int queued = entities.createNativeQuery("""
            insert into statement_shipment (statement_id, target_node, state, next_attempt_at)
            values (:statement, :target, 0, :now)\
            """)
                .setParameter("statement", octets(statement))
                .setParameter("target", target.value())
                .setParameter("now", UtcMillis.column(Timestamps.millis(clock.instant())))
                .executeUpdate();
        if (queued == 1) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    signal.waiting();
                }
            });
        }
    }

    @Override
    @Transactional(readOnly = true)
    public Map<StatementId, Progress> progress(Collection<StatementId> statements) {
        if (statements.isEmpty()) {
            return Map.of();
        }
        List<?> rows = entities.createNativeQuery(
                        "select statement_id as id, state as state from statement_shipment where statement_id in"
                                + " (:ids)",
                        Tuple.class)
                .setParameter(
                        "ids", statements.stream().map(StatementQueue::octets).toList())
                .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .collect(Collectors.toMap(
                        row -> id(row.get("id", byte[].class)),
                        row -> progress(((Number) row.get("state")).intValue()),
                        (first, _) -> first));
    }

    private static Progress progress(int state) {
        return switch (state) {
            case DELIVERED -> Progress.DELIVERED;
            case REFUSED -> Progress.REFUSED;
            default -> Progress.WAITING;
        };
    }

    private static StatementId id(byte[] octets) {
        ByteBuffer buffer = ByteBuffer.wrap(octets);
        return new StatementId(new UUID(buffer.getLong(), buffer.getLong()));
    }

    private static byte[] octets(StatementId id) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.value().getMostSignificantBits())
                .putLong(id.value().getLeastSignificantBits())
                .array();
    }
}
