package vn.lienthong.node.evidence.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.evidence.Evidence;
import vn.lienthong.core.evidence.EvidenceEvent;
import vn.lienthong.core.evidence.SignedEvidence;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.core.wire.Decoded;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.node.evidence.StoredEvidence;
import vn.lienthong.node.log.LogEntryId;

/** A row of evidence. Written once, never changed. */
@Entity
@Immutable
@Table(name = "evidence")
class EvidenceEntity {

    @Id
    @JdbcTypeCode(SqlTypes.BINARY)
    @Column(name = "evidence_id")
    private UUID id = new UUID(0, 0);

    @JdbcTypeCode(SqlTypes.BINARY)
    @Column(name = "parcel_id")
    private UUID parcelId = new UUID(0, 0);

    @Column(name = "recipient_code")
    private @Nullable String recipientCode;

    @Column(name = "event")
    private String event = "";

    @Column(name = "event_time")
    private LocalDateTime eventTime = LocalDateTime.MIN;

    @Column(name = "issuer_node")
    private String issuerNode = "";

    @Column(name = "own")
    private boolean own;

    @Column(name = "octets")
    private byte[] octets = {};

    @Column(name = "signature")
    private byte[] signature = {};

    @JdbcTypeCode(SqlTypes.BINARY)
    @Column(name = "log_entry")
    private @Nullable UUID logEntry;

    /** For the persistence provider. */
    protected EvidenceEntity() {}

    /** Own evidence with its entry in the own log; without one, evidence of another node. */
    EvidenceEntity(StoredEvidence stored, @Nullable LogEntryId logEntry) {
        Evidence evidence = stored.evidence();
        this.id = evidence.id().value();
        this.parcelId = evidence.subject().parcelId().value();
        this.recipientCode = evidence.subject().recipient() == null
                ? null
                : evidence.subject().recipient().value();
        this.event = evidence.event().event();
        this.eventTime = LocalDateTime.ofInstant(evidence.time(), ZoneOffset.UTC);
        this.issuerNode = evidence.issuer().node().value();
        this.own = logEntry != null;
        this.logEntry = logEntry == null ? null : logEntry.value();
        this.octets = stored.signed().octets().toByteArray();
        this.signature = stored.signed().signature().toByteArray();
    }

    UUID id() {
        return id;
    }

    NodeId issuer() {
        return new NodeId(issuerNode);
    }

    Optional<LogEntryId> logEntry() {
        return Optional.ofNullable(logEntry).map(LogEntryId::new);
    }

    boolean isOwn() {
        return own;
    }

    /** What it says when it says that a recipient took a parcel; empty otherwise. */
    Optional<Evidence> handover() {
        return event.equals(EvidenceEvent.CONTENT_HANDOVER.event())
                        && WireFormats.EVIDENCE.decode(octets) instanceof Decoded.Value<Evidence>(Evidence evidence)
                ? Optional.of(evidence)
                : Optional.empty();
    }

    /** Digest of the octets, whatever they are. */
    Sha256 digest() {
        return Sha256.of(octets);
    }

    /** Which column is not what the evidence says; null when all are. */
    @Nullable
    String falseColumn(Evidence evidence) {
        EvidenceEntity expected = new EvidenceEntity(new StoredEvidence(evidence, signed()), null);
        if (!id.equals(expected.id)) {
            return "evidence_id";
        } else if (!parcelId.equals(expected.parcelId)) {
            return "parcel_id";
        } else if (!Objects.equals(recipientCode, expected.recipientCode)) {
            return "recipient_code";
        } else if (!event.equals(expected.event)) {
            return "event";
        } else if (!eventTime.equals(expected.eventTime)) {
            return "event_time";
        }
        return issuerNode.equals(expected.issuerNode) ? null : "issuer_node";
    }

    SignedEvidence signed() {
        return new SignedEvidence(Octets.of(octets), Octets.of(signature));
    }
}
