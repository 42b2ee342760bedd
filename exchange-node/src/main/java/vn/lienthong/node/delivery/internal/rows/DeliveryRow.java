package vn.lienthong.node.delivery.internal.rows;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.delivery.DeliveryStage;
import vn.lienthong.core.delivery.DeliveryState;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.party.NodeId;

/** One parcel to one recipient: the unit of state and evidence. */
@Entity
@Table(name = "delivery")
public class DeliveryRow {

    @EmbeddedId
    private DeliveryKey key = new DeliveryKey();

    @Column(name = "target_node")
    private String targetNode = "";

    @JdbcTypeCode(SqlTypes.TINYINT)
    @Column(name = "state")
    private int state;

    @Convert(converter = UtcMillis.class)
    @Column(name = "state_since")
    private Instant stateSince = Instant.EPOCH;

    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(name = "reason_code", length = 7)
    private @Nullable String reasonCode;

    /** For the persistence provider. */
    protected DeliveryRow() {}

    /** A new delivery, queued. */
    public DeliveryRow(DeliveryKey key, NodeId targetNode, Instant now) {
        this.key = key;
        this.targetNode = targetNode.value();
        this.state = ColumnCodes.of(DeliveryStage.QUEUED);
        this.stateSince = now;
    }

    /** Returns which delivery it is. */
    public DeliveryKey key() {
        return key;
    }

    /** Returns the node that serves the recipient. */
    public NodeId targetNode() {
        return new NodeId(targetNode);
    }

    /** Returns where it stands. */
    public DeliveryState state() {
        return switch (ColumnCodes.stage(state)) {
            case QUEUED -> new DeliveryState.Queued();
            case IN_TRANSIT -> new DeliveryState.InTransit();
            case CONSIGNED -> new DeliveryState.Consigned();
            case HANDED_OVER -> new DeliveryState.HandedOver();
            case REFUSED ->
                new DeliveryState.Refused(
                        Optional.ofNullable(reasonCode).flatMap(ErrorCode::find).orElse(ErrorCode.REFUSED_BY_CLERK),
                        "");
            case EXPIRED -> new DeliveryState.Expired();
            case RECALLED -> new DeliveryState.Recalled();
        };
    }

    /** Returns since when it stands there. */
    public Instant stateSince() {
        return stateSince;
    }

    /** Returns why it was refused; null otherwise. */
    public @Nullable String reasonCode() {
        return reasonCode;
    }

    /** Stores a new state. */
    public void moveTo(DeliveryState next, Instant now) {
        state = ColumnCodes.of(next.stage());
        stateSince = now;
        reasonCode = next instanceof DeliveryState.Refused(ErrorCode code, String _) ? code.code() : null;
    }
}
