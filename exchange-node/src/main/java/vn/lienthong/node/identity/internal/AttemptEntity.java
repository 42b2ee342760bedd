package vn.lienthong.node.identity.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import vn.lienthong.node.identity.internal.AttemptStore.Tally;

/** One row of {@code login_attempt}. */
@Entity
@Table(name = "login_attempt")
public class AttemptEntity {
    @Id
    @JdbcTypeCode(SqlTypes.BINARY)
    private byte[] subject = new byte[0];

    private int failures;

    @Column(name = "last_at")
    private Instant lastAt = Instant.EPOCH;

    @Column(name = "blocked_until")
    private @Nullable Instant blockedUntil;

    /** For Hibernate. */
    protected AttemptEntity() {}

    Tally tally() {
        return new Tally(failures, lastAt, blockedUntil);
    }
}
