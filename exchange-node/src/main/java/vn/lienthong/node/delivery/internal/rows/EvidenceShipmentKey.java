package vn.lienthong.node.delivery.internal.rows;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.evidence.EvidenceId;
import vn.lienthong.core.party.NodeId;

/** Names the way of one evidence to one node. */
@Embeddable
public class EvidenceShipmentKey implements Serializable {

    private static final long serialVersionUID = 1L;

    @JdbcTypeCode(SqlTypes.BINARY)
    @Column(name = "evidence_id")
    private UUID evidenceId = new UUID(0, 0);

    @Column(name = "target_node")
    private String targetNode = "";

    /** For the persistence provider. */
    protected EvidenceShipmentKey() {}

    /** Names the way of the evidence to the node. */
    public EvidenceShipmentKey(EvidenceId evidence, NodeId target) {
        this.evidenceId = evidence.value();
        this.targetNode = target.value();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EvidenceShipmentKey that
                && evidenceId.equals(that.evidenceId)
                && targetNode.equals(that.targetNode);
    }

    @Override
    public int hashCode() {
        return Objects.hash(evidenceId, targetNode);
    }
}
