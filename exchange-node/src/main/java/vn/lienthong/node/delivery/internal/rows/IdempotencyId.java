package vn.lienthong.node.delivery.internal.rows;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.Arrays;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.value.Sha256;

/** A key that a sender chose for one request. */
@Embeddable
public class IdempotencyId implements Serializable {

    private static final long serialVersionUID = 1L;

    @Column(name = "agency_code")
    private String agencyCode = "";

    @JdbcTypeCode(SqlTypes.BINARY)
    @Column(name = "key_sha256")
    private byte[] keySha256 = {};

    /** For the persistence provider. */
    protected IdempotencyId() {}

    /** The key of that agency; only its digest is kept. */
    public IdempotencyId(AgencyCode agency, Sha256 key) {
        this.agencyCode = agency.value();
        this.keySha256 = key.bytes();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof IdempotencyId that
                && agencyCode.equals(that.agencyCode)
                && Arrays.equals(keySha256, that.keySha256);
    }

    @Override
    public int hashCode() {
        return 31 * agencyCode.hashCode() + Arrays.hashCode(keySha256);
    }
}
