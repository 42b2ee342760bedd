package vn.lienthong.node.delivery.internal.rows;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.Sha256;

/** A parcel or a peer that was turned away. */
@Entity
@Immutable
@Table(name = "refused_parcel")
public class RefusedParcelRow {

    @Id
    @JdbcTypeCode(SqlTypes.BINARY)
    @Column(name = "refusal_id")
    private UUID refusalId = new UUID(0, 0);

    @JdbcTypeCode(SqlTypes.BINARY)
    @Column(name = "parcel_id")
    private @Nullable UUID parcelId;

    @Column(name = "from_node")
    private @Nullable String fromNode;

    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(name = "certificate", length = 64)
    private @Nullable String certificate;

    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(name = "code", length = 7)
    private String code = "";

    @Convert(converter = UtcMillis.class)
    @Column(name = "refused_at")
    private Instant refusedAt = Instant.EPOCH;

    /** For the persistence provider. */
    protected RefusedParcelRow() {}

    private RefusedParcelRow(UUID refusalId, ErrorCode code, Instant refusedAt) {
        this.refusalId = refusalId;
        this.code = code.code();
        this.refusedAt = refusedAt;
    }

    /** A parcel of a known peer; its identity is null when it could not even be read. */
    public static RefusedParcelRow ofParcel(
            UUID refusalId, NodeId from, @Nullable ParcelId parcel, ErrorCode code, Instant now) {
        RefusedParcelRow row = new RefusedParcelRow(refusalId, code, now);
        row.fromNode = from.value();
        row.parcelId = parcel == null ? null : parcel.value();
        return row;
    }

    /** A peer whose certificate, null when there was none, is nobody's. */
    public static RefusedParcelRow ofStranger(
            UUID refusalId, @Nullable Sha256 certificate, ErrorCode code, Instant now) {
        RefusedParcelRow row = new RefusedParcelRow(refusalId, code, now);
        row.certificate = certificate == null ? null : certificate.hex();
        return row;
    }
}
