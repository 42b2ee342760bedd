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
import vn.lienthong.core.party.AgencyCode;

/** Names a delivery. */
@Embeddable
public class DeliveryKey implements Serializable {

    private static final long serialVersionUID = 1L;

    @JdbcTypeCode(SqlTypes.BINARY)
    @Column(name = "parcel_id")
    private UUID parcelId = new UUID(0, 0);

    @Column(name = "recipient_code")
    private String recipientCode = "";

    /** For the persistence provider. */
    protected DeliveryKey() {}

    /** Names the delivery of the parcel to the recipient. */
    public DeliveryKey(ParcelId parcelId, AgencyCode recipient) {
        this.parcelId = parcelId.value();
        this.recipientCode = recipient.value();
    }

    /** Returns the parcel. */
    public ParcelId parcelId() {
        return new ParcelId(parcelId);
    }

    /** Returns the recipient. */
    public AgencyCode recipient() {
        return new AgencyCode(recipientCode);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DeliveryKey that
                && parcelId.equals(that.parcelId)
                && recipientCode.equals(that.recipientCode);
    }

    @Override
    public int hashCode() {
        return Objects.hash(parcelId, recipientCode);
    }
}
