package vn.lienthong.node.delivery.internal.rows;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Evidence on its way to the node of the sender. */
@Entity
@Table(name = "evidence_shipment")
public class EvidenceShipmentRow {

    private static final int RECEIPT_WAITS = 2;

    @EmbeddedId
    private EvidenceShipmentKey key = new EvidenceShipmentKey();

    @JdbcTypeCode(SqlTypes.TINYINT)
    @Column(name = "state")
    private int state;

    @Convert(converter = UtcMillis.class)
    @Column(name = "next_attempt_at")
    private Instant nextAttemptAt = Instant.EPOCH;

    @Column(name = "attempts")
    private int attempts;

    @Column(name = "owner")
    private @Nullable String owner;

    @Convert(converter = UtcMillis.class)
    @Column(name = "lease_until")
    private @Nullable Instant leaseUntil;

    /** For the persistence provider. */
    protected EvidenceShipmentRow() {}

    /** New evidence to be sent at once. */
    public EvidenceShipmentRow(EvidenceShipmentKey key, Instant now) {
        this.key = key;
        this.nextAttemptAt = now;
    }

    /** Evidence that the other node has got in an answer: only its receipt is still to be sent. */
    public static EvidenceShipmentRow ofReceipt(EvidenceShipmentKey key, Instant now) {
        EvidenceShipmentRow row = new EvidenceShipmentRow(key, now);
        row.state = RECEIPT_WAITS;
        return row;
    }

    /** Returns which evidence goes to which node. */
    public EvidenceShipmentKey key() {
        return key;
    }
}
