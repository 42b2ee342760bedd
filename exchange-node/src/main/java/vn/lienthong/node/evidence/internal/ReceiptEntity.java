package vn.lienthong.node.evidence.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.evidence.EvidenceId;
import vn.lienthong.core.value.Octets;
import vn.lienthong.node.evidence.Receipt;

/** The receipt of another node's evidence. Written once, never changed. */
@Entity
@Immutable
@Table(name = "receipt")
class ReceiptEntity {

    @Id
    @JdbcTypeCode(SqlTypes.BINARY)
    @Column(name = "evidence_id")
    private UUID evidenceId = new UUID(0, 0);

    @Column(name = "log_proof")
    private byte[] logProof = {};

    @Column(name = "log_index")
    private long index;

    @Column(name = "log_size")
    private long size;

    @JdbcTypeCode(SqlTypes.SMALLINT)
    @Column(name = "witnesses")
    private int witnesses;

    @Column(name = "witnessed_at")
    private @Nullable LocalDateTime witnessedAt;

    @Column(name = "kept_at")
    private LocalDateTime keptAt = LocalDateTime.MIN;

    /** For the persistence provider. */
    protected ReceiptEntity() {}

    ReceiptEntity(Receipt receipt, LocalDateTime keptAt) {
        this.evidenceId = receipt.evidence().value();
        this.logProof = receipt.logProof().toByteArray();
        this.index = receipt.index();
        this.size = receipt.size();
        this.witnesses = receipt.witnesses();
        this.witnessedAt =
                receipt.witnessedAt() == null ? null : LocalDateTime.ofInstant(receipt.witnessedAt(), ZoneOffset.UTC);
        this.keptAt = keptAt;
    }

    Receipt receipt() {
        return new Receipt(
                new EvidenceId(evidenceId),
                Octets.of(logProof),
                index,
                size,
                witnesses,
                witnessedAt == null ? null : witnessedAt.toInstant(ZoneOffset.UTC));
    }
}
