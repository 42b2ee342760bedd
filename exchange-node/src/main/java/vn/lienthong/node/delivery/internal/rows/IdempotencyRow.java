package vn.lienthong.node.delivery.internal.rows;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.value.Sha256;

/** Which parcel came of which request. */
@Entity
@Table(name = "idempotency_key")
public class IdempotencyRow {

    @EmbeddedId
    private IdempotencyId id = new IdempotencyId();

    @JdbcTypeCode(SqlTypes.BINARY)
    @Column(name = "request_sha256")
    private byte[] requestSha256 = {};

    @JdbcTypeCode(SqlTypes.BINARY)
    @Column(name = "parcel_id")
    private UUID parcelId = new UUID(0, 0);

    @Convert(converter = UtcMillis.class)
    @Column(name = "created_at")
    private Instant createdAt = Instant.EPOCH;

    /** For the persistence provider. */
    protected IdempotencyRow() {}

    /** Remembers a request. */
    public IdempotencyRow(IdempotencyId id, Sha256 request, ParcelId parcelId, Instant now) {
        this.id = id;
        this.requestSha256 = request.bytes();
        this.parcelId = parcelId.value();
        this.createdAt = now;
    }

    /** Returns whose key it was. */
    public IdempotencyId id() {
        return id;
    }

    /** Returns the digest of the first request. */
    public Sha256 request() {
        return Sha256.fromBytes(requestSha256);
    }

    /** Returns what came of it. */
    public ParcelId parcelId() {
        return new ParcelId(parcelId);
    }
}
