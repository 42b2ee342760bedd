package vn.lienthong.node.delivery.internal.rows;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import vn.lienthong.core.message.SegmentTable;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.wire.ParcelHead;

/** A large parcel of which the payload is still arriving. How much of it is here, the payload store knows. */
@Entity
@Table(name = "upload")
public class UploadRow {

    @Id
    @JdbcTypeCode(SqlTypes.BINARY)
    @Column(name = "parcel_id")
    private UUID parcelId = new UUID(0, 0);

    @Column(name = "from_node")
    private String fromNode = "";

    @Column(name = "header")
    private byte[] header = {};

    @Column(name = "envelope")
    private byte[] envelope = {};

    @Column(name = "signature")
    private byte[] signature = {};

    @Column(name = "segments")
    private byte[] segments = {};

    @Convert(converter = UtcMillis.class)
    @Column(name = "started_at")
    private Instant startedAt = Instant.EPOCH;

    @Convert(converter = UtcMillis.class)
    @Column(name = "touched_at")
    private Instant touchedAt = Instant.EPOCH;

    /** For the persistence provider. */
    protected UploadRow() {}

    /** A new upload. */
    public UploadRow(ParcelHead head, NodeId from, Instant now) {
        this.parcelId = head.header().parcelId().value();
        this.fromNode = from.value();
        this.header = head.headerOctets().toByteArray();
        this.envelope = head.envelope().toByteArray();
        this.signature = head.signature().toByteArray();
        this.segments = head.segments().octets().toByteArray();
        this.startedAt = now;
        this.touchedAt = now;
    }

    /** Returns the node that began it, the only one that may go on. */
    public NodeId from() {
        return new NodeId(fromNode);
    }

    /** Returns the header octets. */
    public Octets header() {
        return Octets.of(header);
    }

    /** Returns the key envelope. */
    public Octets envelope() {
        return Octets.of(envelope);
    }

    /** Returns the outer signature. */
    public Octets signature() {
        return Octets.of(signature);
    }

    /** Returns the segment table. */
    public SegmentTable segments() {
        return new SegmentTable(Octets.of(segments));
    }

    /** Notes that something arrived. */
    public void touch(Instant now) {
        touchedAt = now;
    }
}
