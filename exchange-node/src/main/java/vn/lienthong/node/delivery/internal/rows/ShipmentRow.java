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
import vn.lienthong.core.delivery.Lane;

/** One parcel to one node: the unit of transport and retry. */
@Entity
@Table(name = "shipment")
public class ShipmentRow {

    /** Waits for its time. */
    public static final int WAITING = 0;

    /** Taken by a worker, until its lease ends. */
    public static final int CLAIMED = 1;

    /** Decided: nothing more to do. */
    public static final int DONE = 2;

    @EmbeddedId
    private ShipmentKey key = new ShipmentKey();

    @JdbcTypeCode(SqlTypes.TINYINT)
    @Column(name = "lane")
    private int lane;

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
    protected ShipmentRow() {}

    /** A new shipment, due at once. */
    public ShipmentRow(ShipmentKey key, Lane lane, Instant now) {
        this.key = key;
        this.lane = ColumnCodes.of(lane);
        this.state = WAITING;
        this.nextAttemptAt = now;
    }

    /** Returns which shipment it is. */
    public ShipmentKey key() {
        return key;
    }
}
