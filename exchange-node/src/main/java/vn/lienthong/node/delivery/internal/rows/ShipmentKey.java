package vn.lienthong.node.delivery.internal.rows;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.NodeId;

/** Names a shipment. */
@Embeddable
public class ShipmentKey implements Serializable {

    private static final long serialVersionUID = 1L;

    @JdbcTypeCode(SqlTypes.BINARY)
    @Column(name = "parcel_id")
    private UUID parcelId = new UUID(0, 0);

    @Column(name = "target_node")
    private String targetNode = "";

    /** For the persistence provider. */
    protected ShipmentKey() {}

    /** Names the shipment of the parcel to the node. */
    public ShipmentKey(ParcelId parcelId, NodeId targetNode) {
        this.parcelId = parcelId.value();
        this.targetNode = targetNode.value();
    }

    /** Returns the parcel. */
    public ParcelId parcelId() {
        return new ParcelId(parcelId);
    }

    /** Returns the node. */
    public NodeId targetNode() {
        return new NodeId(targetNode);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ShipmentKey that
                && parcelId.equals(that.parcelId)
                && targetNode.equals(that.targetNode);
    }

    @Override
    public int hashCode() {
        return Objects.hash(parcelId, targetNode);
    }
}
