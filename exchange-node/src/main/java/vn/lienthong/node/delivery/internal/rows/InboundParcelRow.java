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
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.core.value.Sha512;
import vn.lienthong.core.wire.ParcelHead;

/** A parcel that was verified and accepted here. */
@Entity
@Table(name = "inbound_parcel")
public class InboundParcelRow {

    @Id
    @JdbcTypeCode(SqlTypes.BINARY)
    @Column(name = "parcel_id")
    private UUID parcelId = new UUID(0, 0);

    @Column(name = "sender_code")
    private String senderCode = "";

    @Column(name = "sender_node")
    private String senderNode = "";

    @Column(name = "header")
    private byte[] header = {};

    @Column(name = "envelope")
    private byte[] envelope = {};

    @Column(name = "signature")
    private byte[] signature = {};

    @JdbcTypeCode(SqlTypes.BINARY)
    @Column(name = "envelope_sha256")
    private byte[] envelopeSha256 = {};

    @Column(name = "payload_kept")
    private boolean payloadKept = true;

    @Column(name = "payload_size")
    private long payloadSize;

    @Column(name = "package_size")
    private long packageSize;

    @JdbcTypeCode(SqlTypes.BINARY)
    @Column(name = "package_sha512")
    private byte[] packageSha512 = {};

    @JdbcTypeCode(SqlTypes.BINARY)
    @Column(name = "classical_signer")
    private byte[] classicalSigner = {};

    @JdbcTypeCode(SqlTypes.BINARY)
    @Column(name = "post_quantum_signer")
    private byte[] postQuantumSigner = {};

    @JdbcTypeCode(SqlTypes.TINYINT)
    @Column(name = "urgency")
    private int urgency;

    @JdbcTypeCode(SqlTypes.TINYINT)
    @Column(name = "secrecy", updatable = false)
    private int secrecy;

    @Convert(converter = UtcMillis.class)
    @Column(name = "received_at")
    private Instant receivedAt = Instant.EPOCH;

    @Convert(converter = UtcMillis.class)
    @Column(name = "expires_at")
    private Instant expiresAt = Instant.EPOCH;

    /** For the persistence provider. */
    protected InboundParcelRow() {}

    /** An accepted parcel; its payload is in the store. */
    public InboundParcelRow(ParcelHead head, Contents inside, Secrecy level, Instant receivedAt) {
        ParcelHeader described = head.header();
        this.parcelId = described.parcelId().value();
        this.senderCode = described.sender().value();
        this.senderNode = described.senderNode().value();
        this.header = head.headerOctets().toByteArray();
        this.envelope = head.envelope().toByteArray();
        this.signature = head.signature().toByteArray();
        this.envelopeSha256 = head.envelope().sha256().bytes();
        this.payloadSize = described.payload().size();
        this.packageSize = inside.size();
        this.packageSha512 = inside.sha512().bytes();
        this.classicalSigner = inside.classicalSigner().bytes();
        this.postQuantumSigner = inside.postQuantumSigner().bytes();
        this.secrecy = ColumnCodes.of(level);
        this.urgency = described.urgency().level();
        this.receivedAt = receivedAt;
        this.expiresAt = described.expiresAt();
    }

    /**
     * What was found when the parcel was opened.
     *
     * @param size octets of the package
     * @param sha512 its digest
     * @param classicalSigner the certificate that signed it
     * @param postQuantumSigner the other certificate that signed it
     */
    public record Contents(long size, Sha512 sha512, Sha256 classicalSigner, Sha256 postQuantumSigner) {}

    /** Returns which parcel it is. */
    public ParcelId parcelId() {
        return new ParcelId(parcelId);
    }

    /** Returns the node that sent it. */
    public NodeId senderNode() {
        return new NodeId(senderNode);
    }

    /** Returns the header octets. */
    public Octets header() {
        return Octets.of(header);
    }

    /** Returns the key envelope. */
    public Octets envelope() {
        return Octets.of(envelope);
    }

    /** Returns how secret it is. */
    public Secrecy secrecy() {
        return ColumnCodes.secrecy(secrecy);
    }

    /** Returns whether the payload is still in the store. */
    public boolean payloadKept() {
        return payloadKept;
    }

    /** Returns what was found when it was opened. */
    public Contents inside() {
        return new Contents(
                packageSize,
                Sha512.fromBytes(packageSha512),
                Sha256.fromBytes(classicalSigner),
                Sha256.fromBytes(postQuantumSigner));
    }

    /** Returns when it was accepted. */
    public Instant receivedAt() {
        return receivedAt;
    }
}
