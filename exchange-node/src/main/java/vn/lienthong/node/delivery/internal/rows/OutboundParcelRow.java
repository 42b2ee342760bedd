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
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.message.ParcelHeader;
import vn.lienthong.node.documents.SealedParcel;

/** A parcel that an agency of this node sends. */
@Entity
@Table(name = "outbound_parcel")
public class OutboundParcelRow {

    @Id
    @JdbcTypeCode(SqlTypes.BINARY)
    @Column(name = "parcel_id")
    private UUID parcelId = new UUID(0, 0);

    @Column(name = "sender_code")
    private String senderCode = "";

    @Column(name = "header")
    private byte[] header = {};

    @Column(name = "envelope")
    private byte[] envelope = {};

    @Column(name = "signature")
    private byte[] signature = {};

    @Column(name = "segments")
    private byte[] segments = {};

    @Column(name = "payload_kept")
    private boolean payloadKept = true;

    @Column(name = "payload_size")
    private long payloadSize;

    @JdbcTypeCode(SqlTypes.BINARY)
    @Column(name = "payload_sha256")
    private byte[] payloadSha256 = {};

    @JdbcTypeCode(SqlTypes.BINARY)
    @Column(name = "package_sha512")
    private byte[] packageSha512 = {};

    @JdbcTypeCode(SqlTypes.TINYINT)
    @Column(name = "urgency")
    private int urgency;

    @JdbcTypeCode(SqlTypes.TINYINT)
    @Column(name = "secrecy", updatable = false)
    private int secrecy;

    /** The desk is told of ordinary documents only: a secret counts as told from the beginning. */
    @Column(name = "told", updatable = false)
    private boolean told;

    @Column(name = "submitted_by")
    private String submittedBy = "";

    @Convert(converter = UtcMillis.class)
    @Column(name = "created_at")
    private Instant createdAt = Instant.EPOCH;

    @Convert(converter = UtcMillis.class)
    @Column(name = "expires_at")
    private Instant expiresAt = Instant.EPOCH;

    /** For the persistence provider. */
    protected OutboundParcelRow() {}

    /** A new parcel; its payload is in the store. */
    public OutboundParcelRow(SealedParcel parcel, String submittedBy) {
        ParcelHeader header = parcel.header();
        this.parcelId = header.parcelId().value();
        this.senderCode = header.sender().value();
        this.header = parcel.headerOctets().toByteArray();
        this.envelope = parcel.envelope().toByteArray();
        this.signature = parcel.signature().toByteArray();
        this.segments = parcel.segments().octets().toByteArray();
        this.payloadSize = header.payload().size();
        this.payloadSha256 = header.payload().sha256().bytes();
        this.packageSha512 = parcel.packaged().bytes();
        this.urgency = header.urgency().level();
        Secrecy level = parcel.document().metadata().secrecy();
        this.secrecy = ColumnCodes.of(level);
        this.told = level.isStateSecret();
        this.submittedBy = submittedBy;
        this.createdAt = header.createdAt();
        this.expiresAt = header.expiresAt();
    }

    /** Returns how secret it is. */
    public Secrecy secrecy() {
        return ColumnCodes.secrecy(secrecy);
    }

    /** Returns the header octets. */
    public byte[] header() {
        return header.clone();
    }

    /** Returns the key envelope. */
    public byte[] envelope() {
        return envelope.clone();
    }

    /** Returns the outer signature. */
    public byte[] signature() {
        return signature.clone();
    }

    /** Returns the segment table. */
    public byte[] segments() {
        return segments.clone();
    }
}
